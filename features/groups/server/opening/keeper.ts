import { eq } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { spaces } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { From } from '../../contract.ts'
import { groupClosed, groupOpened } from '../../events.ts'
import { mustBeOpen } from '../archive/open.ts'
import { turnPage } from '../isolation/pages.ts'
import { separateNowOrLater } from '../isolation/keeper.ts'
import { mustBeSettled } from '../isolation/large.ts'
import { separate } from '../isolation/separate.ts'
import { getGroup, groupRow, type GroupRow } from '../queries.ts'
import { groups, type Isolation } from '../tables.ts'

/** From which moment people from outside read what is for everyone in a group that is opened to them. */
export interface Opening {
  from: From
  isolation: Isolation
}

/** Opens a group to people from outside (GRP-2, GRP-3). Its owner alone does; who was in it before it was closed is in it again. */
export async function openGroup(platform: Platform, me: Me, groupId: string, opening: Opening): Promise<void> {
  const { database } = platform
  await mustOwnClosed(database, me, groupId)
  await asKeeper(database, async (tx) => {
    const group = await open(tx, groupId, opening, (before, isolation) =>
      separateNowOrLater(tx, platform, before, { isolation, by: me.id }),
    )
    await tell(tx, groupOpened, { about: group, data: { name: group.name }, by: me.id })
  })
}

/** Closes a group to people from outside: their access ends with this transaction (GRP-3). */
export async function closeGroup(database: Database, me: Me, groupId: string): Promise<void> {
  const group = await mustOwn(database, me, groupId)
  if (!group.externalSince) return
  await asKeeper(database, async (tx) => {
    await tell(tx, groupClosed, { about: group, data: { name: group.name }, by: me.id })
    await tx.update(groups).set({ externalSince: null }).where(eq(groups.id, groupId))
    await tx.update(spaces).set({ externalSince: null }).where(eq(spaces.id, group.spaceId))
  })
}

/** Opens a group within a transaction of the keeper. */
export async function open(
  tx: Tx,
  groupId: string,
  { from, isolation }: Opening,
  keepApart: (group: GroupRow, isolation: Isolation) => Promise<unknown> = (group, apart) =>
    separate(tx, group.id, apart),
): Promise<GroupRow> {
  const [held] = await tx.select().from(groups).where(eq(groups.id, groupId)).for('update')
  const group = found(held)
  if (from === 'now') await turnPage(tx, group, 'the team')
  const externalSince = new Date()
  await tx.update(groups).set({ externalSince }).where(eq(groups.id, groupId))
  await tx.update(spaces).set({ externalSince }).where(eq(spaces.id, group.spaceId))
  // Turned to a new page by now: what is kept apart is what stands there.
  if (isolation !== group.isolation) await keepApart(await groupRow(tx, groupId), isolation)
  return groupRow(tx, groupId)
}

const mustOwn = (database: Database, me: Me, groupId: string): Promise<GroupRow> =>
  asPerson(database, me.id, async (tx) => {
    const group = await groupRow(tx, groupId)
    const { mine } = await getGroup(tx, groupId)
    if (mine !== 'owner') throw refused('OWNER_ONLY', 'Only the owner of this group can do this.')
    return group
  })

/** Refuses whoever does not own a group, and one that is open or cannot be opened at this moment. */
export async function mustOwnClosed(database: Database, me: Me, groupId: string): Promise<GroupRow> {
  const group = await mustOwn(database, me, groupId)
  mustBeOpen(group)
  await asPerson(database, me.id, (tx) => mustBeSettled(tx, groupId))
  if (group.externalSince) throw refused('OPEN_ALREADY', 'This group is open to external people already.')
  return group
}
