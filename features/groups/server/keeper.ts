import { and, eq } from 'drizzle-orm'
import { found, notFound, refused } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { archived } from './archive/open.ts'
import { memberJoined, memberLeft } from '../events.ts'
import { enter, exit } from './membership.ts'
import { groupRow } from './queries.ts'
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

/** Leaves a group. The owner cannot: a group always has one. */
export async function leaveGroup(database: Database, me: Me, groupId: string): Promise<void> {
  const group = await asPerson(database, me.id, (tx) => groupRow(tx, groupId))
  await asKeeper(database, async (tx) => {
    const [member] = await tx
      .select()
      .from(members)
      .where(and(eq(members.groupId, groupId), eq(members.personId, me.id)))
    if (found(member).role === 'owner')
      throw refused('OWNER_STAYS', 'The owner cannot leave a group. Make somebody else its owner first.')
    const about = { ...group, audienceId: found(member).audienceId }
    await tell(tx, memberLeft, { about, data: { personId: me.id }, by: me.id })
    await exit(tx, group, me.id)
  })
}
