import { eq } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { narrowedTools } from '#access/my-tools.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { audienceOf } from '#access/spaces.ts'
import { tell } from '#events/tell.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { rehearse } from '#platform/database/rehearse.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { IsolationPreview } from '../../isolation/contract.ts'
import { groupChanged } from '../../events.ts'
import { mustKeep } from '../member-actions.ts'
import { groupRow, type GroupRow } from '../queries.ts'
import { groups, type Isolation } from '../tables.ts'
import { startSeparating } from './jobs.ts'
import { countMoving, countWaiting, isLarge, mustBeSettled } from './large.ts'
import { countMeetings, countMeetingsIf } from './meetings.ts'
import type { Visible } from './movers.ts'
import { separate } from './separate.ts'

/**
 * What keeping the externals of a group apart in this way would move, and who would meet whom: done for real, looked at and taken back. In a group
 * where that would take minutes it is counted instead, and not further than anybody reads.
 */
export async function previewIsolation(
  database: Database,
  me: Me,
  groupId: string,
  isolation: Isolation,
): Promise<IsolationPreview> {
  const group = await mayIsolate(database, me, groupId)
  const theirs = await countUnder(database, me, group, isolation)
  const counted = await asKeeper(database, async (tx) => {
    if (!(await isLarge(tx, group))) return null
    const { meet: metBefore } = await countMeetings(tx, groupId)
    return {
      ...(await countMoving(tx, group, isolation)),
      ...(await countMeetingsIf(tx, groupId, isolation)),
      metBefore,
    }
  })
  if (counted) return { ...counted, ...theirs, large: true }
  return rehearse(database, async (tx) => {
    const before = await countMeetings(tx, groupId)
    const moved = await separate(tx, groupId, isolation)
    return { ...moved, ...theirs, ...(await countMeetings(tx, groupId)), metBefore: before.meet, large: false }
  })
}

/** What stands in a tool that is shut to whoever asks is not counted (GRP-4): where there is one, under their own rules. */
const countUnder = (
  database: Database,
  me: Me,
  group: GroupRow,
  isolation: Isolation,
): Promise<Partial<Visible> & { waiting: number }> =>
  asPerson(database, me.id, async (tx) => {
    const waiting = await countWaiting(tx, group, isolation)
    const narrowed = await narrowedTools(tx, [group.spaceId])
    return narrowed.every(({ views }) => views)
      ? { waiting }
      : { ...(await countMoving(tx, group, isolation)), waiting }
  })

/** Keeps the externals of a group apart from now on, or lets them meet (GRP-7). Only those who keep the group and work here. */
export async function isolate(platform: Platform, me: Me, groupId: string, isolation: Isolation): Promise<void> {
  await mayIsolate(platform.database, me, groupId)
  await asKeeper(platform.database, async (tx) => {
    await holdGroup(tx, groupId)
    const group = await groupRow(tx, groupId)
    if (group.isolation === isolation) return
    await mustBeSettled(tx, groupId)
    await separateNowOrLater(tx, platform, group, { isolation, by: me.id })
    await tell(tx, groupChanged, { about: group, data: { name: group.name }, by: me.id })
  })
}

/** Separates a small group at once, and begins to separate a large one. For the keeper. */
export async function separateNowOrLater(
  tx: Tx,
  platform: Platform,
  group: GroupRow,
  { isolation, by }: { isolation: Isolation; by: string },
): Promise<void> {
  if (!(await isLarge(tx, group))) await separate(tx, group.id, isolation)
  else {
    const { audienceId: team } = found(await audienceOf(tx, group.spaceId, 'team'))
    await startSeparating(tx, platform, group, { isolation, by, team })
  }
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
    await mustBeSettled(tx, groupId)
    return group
  })
