import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import { iAmEmployee } from '#access/rules.ts'
import { audienceOf } from '#access/spaces.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** Whether the person asking works here. */
export async function worksHere(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ yes: boolean }>(sql`select ${iAmEmployee} as yes`)
  return rows[0]?.yes ?? false
}

/** True where nobody from outside reads: with the team, and in a group that is not open to them. */
export const withoutOutside = (t: { spaceId: SQLWrapper; audienceId: SQLWrapper }): SQL =>
  sql`exists (select 1 from audiences au join spaces s on s.id = au.space_id where au.id = ${t.audienceId} and s.id = ${t.spaceId} and (au.kind = 'team' or s.external_since is null))`

/** Refuses what is for those who work here alone (FEED-1): to somebody from outside, and beside them. */
export async function mustBeAmongStaff(tx: Tx, { spaceId, audienceId }: Placed): Promise<void> {
  if (!(await worksHere(tx)))
    throw refused('STAFF_ALONE', 'Appreciations and events in the feed are for those who work here.')
  const place = { spaceId: sql`${spaceId}::uuid`, audienceId: sql`${audienceId}::uuid` }
  const { rows } = await tx.execute<{ yes: boolean }>(sql`select ${withoutOutside(place)} as yes`)
  if (!rows[0]?.yes)
    throw refused(
      'NOT_BESIDE_OUTSIDE',
      'Appreciations and events are for those who work here: send it to the team, or post it in a group without people from outside.',
    )
}

/** Where the team of a group stands: what is told of things that are not for people from outside is told there. */
export async function teamOf(tx: Tx, spaceId: string): Promise<Placed> {
  return found(await audienceOf(tx, spaceId, 'team'))
}
