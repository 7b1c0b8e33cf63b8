import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'
import { inSight, matching, type Asked, type Sight } from '../../externals/server/matching.ts'
import type { ActPreview, AskedAct } from '../contract.ts'

/** Whom an act is about, as a filter: those named, as far as they are in sight, or all who match. */
export const aboutWhom = ({ ids, matching: filter }: AskedAct): Asked => ({
  ...nothingAsked,
  ...filter,
  ...(ids ? { ids } : {}),
})

const nothingAsked = { mine: false, never: false, sponsorLeft: false, expiring: false, many: false, none: false }

/** What an act would do. For the keeper. */
export async function countTouched(tx: Tx, sight: Sight, asked: AskedAct): Promise<ActPreview> {
  const { rows } = await tx.execute<ActPreview & Record<string, number>>(sql`
    with chosen as materialized (select p.id from people p where ${matching(sight, aboutWhom(asked))})
    select (select count(*)::int from chosen) as people, touched.*,
      (select count(*)::int from sessions s where s.person_id in (select id from chosen) and s.expires_at > now()) as sessions
    from (${touchedBy(sight, asked)}) touched`)
  const { people = 0, touched = 0, stays = 0, ended = 0, sessions = 0 } = rows[0] ?? {}
  return { people, touched, stays, ended, sessions }
}

function touchedBy(sight: Sight, { kind, groupId, sponsorId }: AskedAct): SQL {
  if (kind === 'sponsor')
    return sql`select count(*)::int as touched, 0 as stays, 0 as ended from chosen where not exists (select 1 from sponsorships w where w.person_id = chosen.id and w.sponsor_id = ${sponsorId ?? null})`
  const which = [
    sql`m.person_id in (select id from chosen) and ${inSight(sight)}`,
    groupId ? sql`m.group_id = ${groupId}` : sql`true`,
    kind === 'extend' ? sql`m.until is not null` : sql`true`,
  ]
  const touched = kind === 'dismiss' ? sql`(select count(*)::int from chosen)` : sql`count(distinct m.person_id)::int`
  return sql`select ${touched} as touched, count(*)::int as stays, count(m.lapsed_at)::int as ended from members m where ${sql.join(which, sql` and `)}`
}
