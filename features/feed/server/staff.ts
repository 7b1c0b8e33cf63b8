import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import { iAmEmployee } from '#access/rules.ts'
import { audienceOf, ownSpace } from '#access/spaces.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** Whether the person asking works here. */
export async function worksHere(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ yes: boolean }>(sql`select ${iAmEmployee} as yes`)
  return rows[0]?.yes ?? false
}

/** True where nobody from outside reads: with the team, in a group that is not open to them, and in what is addressed to those who work here alone. */
export const withoutOutside = (t: { spaceId: SQLWrapper; audienceId: SQLWrapper }): SQL =>
  sql`exists (select 1 from audiences au join spaces s on s.id = au.space_id where au.id = ${t.audienceId} and s.id = ${t.spaceId} and (au.kind in ('team', 'staff') or s.external_since is null))`

/** Refuses what is for those who work here alone (FEED-1): to somebody from outside, and beside them. */
export async function mustBeAmongStaff(tx: Tx, { spaceId, audienceId }: Placed): Promise<void> {
  if (!(await worksHere(tx))) throw staffAlone()
  const place = { spaceId: sql`${spaceId}::uuid`, audienceId: sql`${audienceId}::uuid` }
  const { rows } = await tx.execute<{ yes: boolean }>(sql`select ${withoutOutside(place)} as yes`)
  if (!rows[0]?.yes) throw notBesideOutside()
}

export const staffAlone = () =>
  refused('STAFF_ALONE', 'Appreciations and events in the feed are for those who work here.')

export const notBesideOutside = () =>
  refused(
    'NOT_BESIDE_OUTSIDE',
    'Appreciations and events are for those who work here: leave out people from outside, or send it to the team of their group.',
  )

/** Where the team of a group stands: what is told of things that are not for people from outside is told there. */
export async function teamOf(tx: Tx, spaceId: string): Promise<Placed> {
  return found(await audienceOf(tx, spaceId, 'team'))
}

/** The same for what stands in a group or is addressed to those who work here alone: then nobody from outside hears what is told where it stands. */
export const amongStaff = async (
  tx: Tx,
  { groupId, spaceId, audienceId }: Placed & { groupId: string | null },
): Promise<Placed> => (groupId ? teamOf(tx, spaceId) : { spaceId, audienceId })

/** Where the person asking is alone: what is told there only their own browsers hear. */
export async function ownPlace(tx: Tx): Promise<Placed> {
  return found(await audienceOf(tx, await ownSpace(tx), 'everyone'))
}
