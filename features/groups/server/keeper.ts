import { and, eq, inArray, isNull } from 'drizzle-orm'
import { found, notFound, refused } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { personRow } from '#features/people/server/door.ts'
import { archived, mustBeOpen } from './archive/open.ts'
import { memberJoined, memberLeft } from '../events.ts'
import { enter, exit } from './membership.ts'
import { mustKeepPeople } from './member-actions.ts'
import { mustAddAs } from './inviting.ts'
import { getGroup, getMember, groupRow } from './queries.ts'
import { groups, members } from './tables.ts'

/** Joins an open group by oneself: nobody seats a newcomer but the keeper, after the rules showed them the group (GRP-1). */
export async function joinGroup(database: Database, me: Me, groupId: string): Promise<void> {
  await asPerson(database, me.id, (tx) => groupRow(tx, groupId))
  await asKeeper(database, async (tx) => {
    const [now] = await tx.select().from(groups).where(eq(groups.id, groupId)).for('update')
    const { visibility, externalSince, archivedAt } = found(now)
    if (me.kind !== 'employee' || externalSince) throw notFound()
    if (archivedAt) throw archived()
    if (visibility !== 'open')
      throw refused('JOINING_BY_INVITATION', 'One joins this group by invitation. Ask its owner or a moderator.')
    const place = await enter(tx, found(now), me, 'member')
    await tell(tx, memberJoined, { about: { ...place, id: groupId }, data: { personId: me.id }, by: me.id })
  })
}

/**
 * Brings a colleague into a group, for whomever it lets (GRP-5): as the keeper, because a member holds no seat that seats others. People from
 * outside are invited instead: they decide themselves whether to come.
 */
export async function addMember(
  database: Database,
  me: Me,
  groupId: string,
  { personId, role }: { personId: string; role: 'moderator' | 'member' },
): Promise<void> {
  await asPerson(database, me.id, async (tx) => {
    const group = await groupRow(tx, groupId)
    mustAddAs(group, (await getGroup(tx, groupId)).mine, me.kind, role)
    mustBeOpen(group)
    if ((await personRow(tx, personId)).kind === 'external')
      throw refused('INVITE_EXTERNALS', 'External people are invited into a group, not added to it.')
  })
  await asKeeper(database, async (tx) => {
    const [row] = await tx.select().from(groups).where(eq(groups.id, groupId)).for('update')
    const group = found(row)
    const there = await tx
      .select({ id: members.personId, role: members.role })
      .from(members)
      .where(and(eq(members.groupId, groupId), inArray(members.personId, [me.id, personId])))
      .for('share')
    // Asked again where it is held: the rule, or what one is there, may have changed a moment ago.
    const mine = found(there.find(({ id }) => id === me.id))
    mustAddAs(group, mine.role, me.kind, role)
    mustBeOpen(group)
    if (there.some(({ id }) => id === personId)) return
    const worksHere = and(eq(people.id, personId), eq(people.kind, 'employee'), isNull(people.dismissedAt))
    const [person] = await tx.select({ id: people.id, kind: people.kind }).from(people).where(worksHere).for('share')
    const place = await enter(tx, group, found(person), role)
    await tell(tx, memberJoined, { about: { ...place, id: groupId }, data: { personId }, by: me.id })
  })
}

/** Leaves a group. The owner cannot: a group always has one. */
export async function leaveGroup(database: Database, me: Me, groupId: string): Promise<void> {
  await asPerson(database, me.id, (tx) => groupRow(tx, groupId))
  await takeOut(
    database,
    me,
    { groupId, personId: me.id },
    'The owner cannot leave a group. Make somebody else its owner first.',
  )
}

/**
 * Takes somebody else out of a group, an archived one too (GRP-10): as the keeper, because every seat there is one for reading. Administrators take
 * people from outside out of every group (SEE-1), without being in it.
 */
export async function removeMember(database: Database, me: Me, groupId: string, personId: string): Promise<void> {
  await asPerson(database, me.id, async (tx) => {
    if (await oversees(tx, me, personId)) return
    await mustKeepPeople(tx, me, await groupRow(tx, groupId))
    await getMember(tx, groupId, personId)
  })
  await takeOut(database, me, { groupId, personId }, 'The owner of a group cannot be taken out of it.')
}

async function takeOut(
  database: Database,
  me: Me,
  { groupId, personId }: { groupId: string; personId: string },
  ownerStays: string,
): Promise<void> {
  await asKeeper(database, async (tx) => {
    const [row] = await tx.select().from(groups).where(eq(groups.id, groupId)).for('share')
    const group = found(row)
    const roles = await tx
      .select({ id: members.personId, role: members.role, audienceId: members.audienceId })
      .from(members)
      .where(and(eq(members.groupId, groupId), inArray(members.personId, [me.id, personId])))
      .for('update')
    // Asked again where it is held: whoever was made a member a moment ago takes nobody out any more.
    const mine = roles.find(({ id }) => id === me.id)
    const keeps = personId === me.id ? mine !== undefined : mine !== undefined && mine.role !== 'member'
    if (!keeps && !(await oversees(tx, me, personId))) throw notFound()
    const { role, audienceId } = found(roles.find(({ id }) => id === personId))
    if (role === 'owner') throw refused('OWNER_STAYS', ownerStays)
    await tell(tx, memberLeft, { about: { ...group, audienceId }, data: { personId }, by: me.id })
    await exit(tx, group, personId)
  })
}

/** Whether somebody is from outside and whoever asks an administrator: these see to all of them. */
async function oversees(tx: Tx, me: Me, personId: string): Promise<boolean> {
  if (!me.administrator) return false
  const [person] = await tx.select({ kind: people.kind }).from(people).where(eq(people.id, personId))
  return person?.kind === 'external'
}
