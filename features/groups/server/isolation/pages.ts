import { sql } from 'drizzle-orm'
import type { Placed } from '#access/placing.ts'
import { openAudience } from '#access/spaces.ts'
import type { Tx } from '#platform/database/transaction.ts'

/**
 * From now on what is for everyone in a group stands in a new audience; what was said until now is read by the team, and by those
 * who are there now if that is wished (GRP-3 “from now on”, GRP-9 “from the day of joining”). Answers the audience of everyone; where nothing
 * was said since the last time, it stays. For the keeper.
 */
export async function turnPage(
  tx: Tx,
  { id, spaceId, audienceId }: Placed & { id: string },
  readers: 'those there' | 'the team',
): Promise<string> {
  if (!(await saidAnything(tx, audienceId))) return audienceId
  await tx.execute(sql`update audiences set kind = 'past' where id = ${audienceId}`)
  const next = await openAudience(tx, spaceId, 'everyone')
  if (readers === 'those there')
    await tx.execute(sql`
      with gathered as (
        insert into circles (id, space_id, name, admits) values (uuidv7(), ${spaceId}, 'past ' || ${audienceId}::text, 'everyone') returning id
      ), kept as (
        insert into circle_members (circle_id, person_id)
        select gathered.id, m.person_id from gathered, members m join people p on p.id = m.person_id and p.kind = 'external' where m.group_id = ${id}
      )
      insert into seats (id, space_id, audience_id, circle_id, level, because)
      select uuidv7(), ${spaceId}, ${audienceId}, gathered.id, s.level, s.because
      from gathered, seats s join circles c on c.id = s.circle_id and c.name = 'members' where s.audience_id = ${audienceId}`)
  await tx.execute(sql`update seats s set audience_id = ${next.audienceId} where s.audience_id = ${audienceId}
    and (s.because = 'moderator' or s.circle_id in (select c.id from circles c where c.space_id = ${spaceId} and c.name = 'members'))`)
  for (const table of ['groups', 'members', 'appearances'])
    await tx.execute(
      sql`update ${sql.identifier(table)} set audience_id = ${next.audienceId} where audience_id = ${audienceId}`,
    )
  return next.audienceId
}

/** Whether anything but comings and goings happened in an audience, ever or since a moment. */
export async function saidAnything(tx: Tx, audienceId: string, since: Date | null = null): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from events where audience_id = ${audienceId} and kind not like 'groups.%' and ${since ? sql`at >= ${since}` : sql`true`} limit 1`,
  )
  return rows.length > 0
}
