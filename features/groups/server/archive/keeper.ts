import { eq, isNull, and } from 'drizzle-orm'
import { found, invalid, refused } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { spaces } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Deletion } from '../../contract.ts'
import { groupArchived, groupReopened } from '../../events.ts'
import { getGroup, groupRow, type GroupRow } from '../queries.ts'
import { groupDeletions, groups, members } from '../tables.ts'
import { removeGroup } from './jobs.ts'
import { deletionIn } from './queries.ts'

/**
 * Archives a group (GRP-10): its members go on reading it, and from the next statement on nobody writes there, invites or comes in. As the
 * keeper, because the seats that could take it back are seats for reading by then.
 */
export async function archiveGroup(database: Database, me: Me, groupId: string): Promise<void> {
  await mayArchive(database, me, groupId)
  await asKeeper(database, async (tx) => {
    const group = await held(tx, groupId)
    if (group.archivedAt) return
    await close(tx, group, me)
    await tell(tx, groupArchived, { about: group, data: { name: group.name }, by: me.id })
  })
}

/** Reopens an archived group: every seat counts again as it did. */
export async function reopenGroup(database: Database, me: Me, groupId: string): Promise<void> {
  await mayArchive(database, me, groupId)
  await asKeeper(database, async (tx) => {
    const group = await held(tx, groupId)
    if (!group.archivedAt) return
    await tx.update(groups).set({ archivedAt: null, archivedBy: null }).where(eq(groups.id, groupId))
    await tx.update(spaces).set({ archivedAt: null }).where(eq(spaces.id, group.spaceId))
    await tell(tx, groupReopened, { about: group, data: { name: group.name }, by: me.id })
  })
}

/**
 * Deletes a group with all that is in it, after its name was typed: it is gone for everybody when this commits, and a job takes away what
 * was in it. Only its owner.
 */
export async function deleteGroup(
  { database, jobs }: Platform,
  me: Me,
  { id, name }: { id: string; name: string },
): Promise<Deletion> {
  const seen = await asPerson(database, me.id, (tx) => getGroup(tx, id))
  if (seen.mine !== 'owner') throw ownerOnly()
  if (name.trim() !== seen.name) throw invalid('name', 'This is not the name of the group.')
  return asKeeper(database, async (tx) => {
    const group = await held(tx, id)
    const [owner] = await tx
      .select({ id: members.personId })
      .from(members)
      .where(and(eq(members.groupId, id), eq(members.personId, me.id), eq(members.role, 'owner')))
    if (!owner) throw ownerOnly()
    if (!group.archivedAt) await close(tx, group, me)
    await tx
      .update(spaces)
      .set({ deletedAt: new Date() })
      .where(and(eq(spaces.id, group.spaceId), isNull(spaces.deletedAt)))
    const [made] = await tx
      .insert(groupDeletions)
      .values({ ...(await ownPlaceOf(tx, me.id)), groupId: id, goingId: group.spaceId, name: group.name })
      .returning()
    const deletion = found(made)
    await jobs.queue(tx, removeGroup, { id: deletion.id })
    return deletionIn(deletion)
  })
}

async function close(tx: Tx, group: GroupRow, me: Me): Promise<void> {
  const archivedAt = new Date()
  await tx.update(groups).set({ archivedAt, archivedBy: me.id }).where(eq(groups.id, group.id))
  await tx.update(spaces).set({ archivedAt }).where(eq(spaces.id, group.spaceId))
}

/** Whoever joins, invites or separates at this moment waits, and finds the group as it will be. */
async function held(tx: Tx, groupId: string): Promise<GroupRow> {
  const [group] = await tx.select().from(groups).where(eq(groups.id, groupId)).for('update')
  return found(group)
}

/** The owner, and administrators of the portal who are in the group; another member hears so, to others it does not exist. */
const mayArchive = (database: Database, me: Me, groupId: string): Promise<void> =>
  asPerson(database, me.id, async (tx) => {
    await groupRow(tx, groupId)
    const { mine } = await getGroup(tx, groupId)
    if (mine !== 'owner' && !(mine !== null && me.administrator))
      throw refused(
        'OWNER_ARCHIVES',
        'Only the owner of this group, or an administrator who is in it, can archive and reopen it.',
      )
  })

const ownerOnly = () => refused('OWNER_ONLY', 'Only the owner of this group can do this.')
