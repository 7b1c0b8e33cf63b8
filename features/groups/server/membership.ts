import { and, eq } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import {
  appear,
  circleNamed,
  disappear,
  giveSeat,
  joinCircle,
  leaveCircles,
  takeSeats,
  takeSeatsFor,
} from '#access/spaces.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { members } from './tables.ts'

type Role = (typeof members.$inferSelect)['role']
type InGroup = Placed & { id: string }
type Joining = { id: string; kind: 'employee' | 'external' }

/**
 * Writes somebody into a group and gives the seats that go with it: everyone sits in the audience of everyone through the
 * members' circle, employees in the whole space through the team's, moderators by name.
 */
export async function enter(tx: Tx, group: InGroup, person: Joining, role: Role): Promise<void> {
  await tx
    .insert(members)
    .values({ groupId: group.id, spaceId: group.spaceId, audienceId: group.audienceId, personId: person.id, role })
    .onConflictDoNothing()
  await joinCircle(tx, await circleNamed(tx, group.spaceId, 'members'), person.id)
  if (person.kind === 'employee') await joinCircle(tx, await circleNamed(tx, group.spaceId, 'team'), person.id)
  await appear(tx, person.id, group)
  if (role === 'moderator') await seatModerator(tx, group, person)
}

/** Takes somebody out of a group with all that it gave them. */
export async function exit(tx: Tx, group: InGroup, personId: string): Promise<void> {
  await takeSeats(tx, group.spaceId, personId)
  await tx.delete(members).where(and(eq(members.groupId, group.id), eq(members.personId, personId)))
  await disappear(tx, personId, group.spaceId)
  await leaveCircles(tx, group.spaceId, personId)
}

/** Makes a member moderator, or a moderator member. */
export async function giveRole(tx: Tx, group: InGroup, person: Joining, role: 'moderator' | 'member'): Promise<void> {
  await tx
    .update(members)
    .set({ role })
    .where(and(eq(members.groupId, group.id), eq(members.personId, person.id)))
  await takeSeats(tx, group.spaceId, person.id)
  if (role === 'moderator') await seatModerator(tx, group, person)
}

/** The owner becomes a moderator. The seat of a moderator is taken first: without one they could not take it any more. */
export async function stopOwning(tx: Tx, group: InGroup, owner: Joining): Promise<void> {
  const [row] = await tx
    .update(members)
    .set({ role: 'moderator' })
    .where(and(eq(members.groupId, group.id), eq(members.personId, owner.id), eq(members.role, 'owner')))
    .returning()
  found(row)
  await seatModerator(tx, group, owner)
  await takeSeatsFor(tx, group.spaceId, owner.id, 'owner')
}

/** Makes a member the owner of a group that has none at this moment. */
export async function becomeOwner(tx: Tx, group: InGroup, person: Joining): Promise<void> {
  const [row] = await tx
    .update(members)
    .set({ role: 'owner' })
    .where(and(eq(members.groupId, group.id), eq(members.personId, person.id)))
    .returning()
  found(row)
  await giveSeat(tx, { spaceId: group.spaceId, personId: person.id, level: 'manage', because: 'owner' })
  await takeSeatsFor(tx, group.spaceId, person.id, 'moderator')
}

/** A moderator from outside manages what everyone reads, never the whole space: that is the ceiling. */
async function seatModerator(tx: Tx, group: InGroup, person: Joining): Promise<void> {
  const seat = { spaceId: group.spaceId, personId: person.id, level: 'manage', because: 'moderator' } as const
  await giveSeat(tx, person.kind === 'employee' ? seat : { ...seat, audienceId: group.audienceId })
}
