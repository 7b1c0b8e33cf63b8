import { and, eq } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { personRow } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Member } from '../contract.ts'
import { memberJoined, memberRoleChanged } from '../events.ts'
import { becomeOwner, enter, giveRole, stopOwning } from './membership.ts'
import { mustBeOpen } from './archive/open.ts'
import { getGroup, getMember, groupRow, placeOfMember, type GroupRow } from './queries.ts'
import { members } from './tables.ts'

/** Brings a colleague into a group. People from outside are invited instead: they decide themselves whether to come. */
export async function addMember(
  tx: Tx,
  me: Me,
  groupId: string,
  { personId, role }: { personId: string; role: 'moderator' | 'member' },
): Promise<Member> {
  const group = await groupRow(tx, groupId)
  await mustKeep(tx, me, group)
  const person = await personRow(tx, personId)
  if (person.kind === 'external')
    throw refused('INVITE_EXTERNALS', 'External people are invited into a group, not added to it.')
  const [present] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId)))
  if (!present) {
    const place = await enter(tx, group, person, role)
    await tell(tx, memberJoined, { about: { ...place, id: groupId }, data: { personId } })
  }
  return getMember(tx, groupId, personId)
}

/** Makes a member moderator, takes that back, or hands the group over to them. */
export async function changeMember(
  tx: Tx,
  me: Me,
  groupId: string,
  { personId, role }: { personId: string; role: Member['role'] },
): Promise<Member> {
  const group = await groupRow(tx, groupId)
  const mine = await mustKeep(tx, me, group)
  const present = await getMember(tx, groupId, personId)
  if (present.role === role) return present
  if (role === 'owner') await handOver(tx, me, { group, mine, to: present.person })
  else {
    if (present.role === 'owner')
      throw refused('OWNER_STAYS', 'The owner of a group stays its owner until somebody else is made owner.')
    await giveRole(tx, group, await personRow(tx, personId), role)
  }
  await tell(tx, memberRoleChanged, { about: await placeOfMember(tx, groupId, personId), data: { personId } })
  return getMember(tx, groupId, personId)
}

/** The rule that a member meets who is neither owner nor moderator, and a moderator from outside. */
export const keepersOnly = () =>
  refused('OWNER_AND_MODERATORS_ONLY', 'Only the owner and the moderators of this group who work here can do this.')

async function handOver(
  tx: Tx,
  me: Me,
  { group, mine, to }: { group: GroupRow; mine: Member['role']; to: Member['person'] },
): Promise<void> {
  if (mine !== 'owner') throw refused('OWNER_ONLY', 'Only the owner of this group can do this.')
  if (to.kind !== 'employee') throw refused('OWNER_WORKS_HERE', 'The owner of a group is always an employee.')
  await stopOwning(tx, group, me)
  await becomeOwner(tx, group, to)
}

/** Whoever may see a group but not keep it hears the rule; to others it does not exist. A moderator from outside keeps no members (PPL-2). */
export async function mustKeep(tx: Tx, me: Me, group: GroupRow): Promise<Member['role']> {
  const role = await mustKeepPeople(tx, me, group)
  mustBeOpen(group)
  return role
}

/** The same for what is also done in an archived group: taking people out of it. */
export async function mustKeepPeople(tx: Tx, me: Me, group: GroupRow): Promise<Member['role']> {
  const { mine } = await getGroup(tx, group.id)
  if (me.kind !== 'employee' || (mine !== 'owner' && mine !== 'moderator')) throw keepersOnly()
  return found(mine)
}
