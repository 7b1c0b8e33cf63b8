import { and, eq } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { takeLapseBack } from '#access/lapses.ts'
import type { Placed } from '#access/placing.ts'
import {
  appear,
  audienceOf,
  circleNamed,
  disappear,
  giveSeat,
  joinCircle,
  leaveCircles,
  takeSeats,
  takeSeatsFor,
} from '#access/spaces.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { laneOfNewcomer, type Kept } from './isolation/lanes.ts'
import { members } from './tables.ts'

type Role = (typeof members.$inferSelect)['role']
type InGroup = Kept
type Joining = { id: string; kind: 'employee' | 'external' }

/**
 * Writes somebody into a group and gives the seats that go with it: everyone sits in the audience of everyone through the
 * members' circle, employees in the whole space through the team's, moderators by name, and externals who are kept apart in their lane.
 * Answers where they stand: whoever reads there knows of them. Externals only by the keeper.
 */
export async function enter(tx: Tx, group: InGroup, person: Joining, role: Role): Promise<Placed> {
  const { audienceId, spaceId } = await placeOfNewcomer(tx, group, person)
  const place = { audienceId, spaceId }
  await tx
    .insert(members)
    .values({ groupId: group.id, ...place, personId: person.id, role })
    .onConflictDoNothing()
  await seatMember(tx, group, person, { role, place })
  return place
}

/** Gives somebody all that goes with being in a group but what is written of it. */
export async function seatMember(
  tx: Tx,
  group: InGroup,
  person: Joining,
  { role, place }: { role: Role; place: Placed },
): Promise<void> {
  await joinCircle(tx, await circleNamed(tx, group.spaceId, 'members'), person.id)
  if (person.kind === 'employee') await joinCircle(tx, await circleNamed(tx, group.spaceId, 'team'), person.id)
  await appear(tx, person.id, place)
  if (role === 'moderator') await seatModerator(tx, group, person, place)
}

/** Those who work here stand with everyone, or with the team where outside they speak in one voice (GRP-7). */
async function placeOfNewcomer(tx: Tx, group: InGroup, person: Joining): Promise<Placed> {
  if (person.kind === 'external') return laneOfNewcomer(tx, group.id, person.id)
  return group.isolation === 'voice' ? found(await audienceOf(tx, group.spaceId, 'team')) : group
}

/** Takes somebody out of a group with all that it gave them. */
export async function exit(tx: Tx, group: InGroup, personId: string): Promise<void> {
  await takeSeats(tx, group.spaceId, personId)
  await tx.delete(members).where(and(eq(members.groupId, group.id), eq(members.personId, personId)))
  await disappear(tx, personId, group.spaceId)
  await leaveCircles(tx, group.spaceId, personId)
  await takeLapseBack(tx, personId, group.spaceId)
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

/** A moderator from outside manages what is read where they stand, never the whole space: that is the ceiling. */
async function seatModerator(tx: Tx, group: InGroup, person: Joining, place?: Placed): Promise<void> {
  const seat = { spaceId: group.spaceId, personId: person.id, level: 'manage', because: 'moderator' } as const
  if (person.kind === 'employee') return giveSeat(tx, seat)
  const [member] = await tx
    .select({ audienceId: members.audienceId })
    .from(members)
    .where(and(eq(members.groupId, group.id), eq(members.personId, person.id)))
  await giveSeat(tx, {
    ...seat,
    audienceId: found(place ?? member).audienceId,
    level: group.isolation === 'readonly' ? 'view' : 'manage',
  })
}
