import { eq } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { rehearse } from '#platform/database/rehearse.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { IsolationPreview } from '../../contract.ts'
import { groupChanged } from '../../events.ts'
import { mustKeep } from '../member-actions.ts'
import { groupRow, type GroupRow } from '../queries.ts'
import { groups, type Isolation } from '../tables.ts'
import { countMeetings } from './meetings.ts'
import { separate } from './separate.ts'

/** What keeping the externals of a group apart in this way would move, and who would meet whom: done for real, looked at and taken back. */
export async function previewIsolation(
  database: Database,
  me: Me,
  groupId: string,
  isolation: Isolation,
): Promise<IsolationPreview> {
  await mayIsolate(database, me, groupId)
  return rehearse(database, async (tx) => {
    const before = await countMeetings(tx, groupId)
    const moved = await separate(tx, groupId, isolation)
    return { ...moved, ...(await countMeetings(tx, groupId)), metBefore: before.meet }
  })
}

/** Keeps the externals of a group apart from now on, or lets them meet (GRP-7). Only those who keep the group and work here. */
export async function isolate(database: Database, me: Me, groupId: string, isolation: Isolation): Promise<void> {
  await mayIsolate(database, me, groupId)
  await asKeeper(database, async (tx) => {
    await holdGroup(tx, groupId)
    const group = await groupRow(tx, groupId)
    if (group.isolation === isolation) return
    await separate(tx, groupId, isolation)
    await tell(tx, groupChanged, { about: group, data: { name: group.name }, by: me.id })
  })
}

/** Whoever comes in, and whoever writes as the keeper, waits until the group is as it will be. */
const holdGroup = (tx: Tx, groupId: string) =>
  tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('update')

const mayIsolate = (database: Database, me: Me, groupId: string): Promise<GroupRow> =>
  asPerson(database, me.id, async (tx) => {
    const group = await groupRow(tx, groupId)
    await mustKeep(tx, me, group)
    if (!group.externalSince)
      throw refused('GROUP_CLOSED_TO_EXTERNALS', 'This group is not open to external people. Its owner can open it.')
    return group
  })
