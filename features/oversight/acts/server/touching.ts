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

/** The memberships `m` that an act is about. */
function stays(sight: Sight, { kind, groupId }: AskedAct): SQL {
  const which = [
    inSight(sight),
    groupId ? sql`m.group_id = ${groupId}` : sql`true`,
    kind === 'extend' ? sql`m.until is not null` : sql`true`,
  ]
  return sql.join(which, sql` and `)
}

/** The people `p` with whom there is something to do, of those an act is about: the others are left as they are. */
export function touched(sight: Sight, asked: AskedAct): SQL {
  const { kind, sponsorId } = asked
  if (kind === 'dismiss') return sql`true`
  return kind === 'sponsor'
    ? sql`not exists (select 1 from sponsorships w where w.person_id = p.id and w.sponsor_id = ${sponsorId ?? null})`
    : sql`exists (select 1 from members m where m.person_id = p.id and ${stays(sight, asked)})`
}

const nothing: ActPreview = { people: 0, touched: 0, stays: 0, ended: 0, sessions: 0 }

/** What an act would do. For the keeper. */
export async function countTouched(tx: Tx, sight: Sight, asked: AskedAct): Promise<ActPreview> {
  const { rows } = await tx.execute<ActPreview & Record<string, number>>(sql`
    with chosen as materialized (select p.id from people p where ${matching(sight, aboutWhom(asked))})
    select (select count(*)::int from chosen) as people,
      (select count(*)::int from chosen p where ${touched(sight, asked)}) as touched, its.*,
      (select count(*)::int from sessions s where s.person_id in (select id from chosen) and s.expires_at > now()) as sessions
    from (select count(*)::int as stays, count(m.lapsed_at)::int as ended from members m where m.person_id in (select id from chosen) and ${stays(sight, asked)}) its`)
  return { ...nothing, ...rows[0] }
}
