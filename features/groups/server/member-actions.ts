import { found, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { personRow } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Member } from '../contract.ts'
import { memberRoleChanged } from '../events.ts'
import { keepersOnly } from './inviting.ts'
import { becomeOwner, giveRole, stopOwning } from './membership.ts'
import { mustBeOpen } from './archive/open.ts'
import { getGroup, getMember, groupRow, placeOfMember, type GroupRow } from './queries.ts'

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
