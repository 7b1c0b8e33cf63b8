import { and, count, eq, isNull, ne, sql } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { people, spaces } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { rehearse } from '#platform/database/rehearse.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { OpeningPreview } from '../../contract.ts'
import { groupChanged, groupClosed, groupOpened } from '../../events.ts'
import { mustBeOpen } from '../archive/open.ts'
import { movers, type Visible } from '../isolation/movers.ts'
import { turnPage } from '../isolation/pages.ts'
import { separateNowOrLater } from '../isolation/keeper.ts'
import { mustBeSettled } from '../isolation/large.ts'
import { separate } from '../isolation/separate.ts'
import { mustKeep } from '../member-actions.ts'
import { enter } from '../membership.ts'
import { getGroup, groupRow, type GroupRow } from '../queries.ts'
import { groups, members, type Isolation } from '../tables.ts'
import { awaitsFirst } from './first.ts'

/** From which moment people from outside read what is for everyone in a group that is opened to them. */
export interface Opening {
  from: 'now' | 'everything'
  isolation: Isolation
}

/**
 * What somebody from outside would see of a group that is opened to them, with its past and without (GRP-3): the group is opened, somebody is let
 * in and looks, and all of it is taken back.
 */
export async function previewOpening(
  database: Database,
  me: Me,
  groupId: string,
  isolation: Isolation,
): Promise<OpeningPreview> {
  await mustOwnClosed(database, me, groupId)
  const look = (from: Opening['from']) =>
    rehearse(database, async (tx, lookAs) => {
      const before = await returning(tx, groupId)
      const group = await open(tx, groupId, { from, isolation })
      const [somebody] = await tx.insert(people).values({ kind: 'external', name: 'Somebody' }).returning()
      const { id } = found(somebody)
      await enter(tx, group, { id, kind: 'external' }, 'member')
      return { returning: before, ...(await lookAs(id, (seen) => countSeen(seen, id))) }
    })
  const { returning: back, ...everything } = await look('everything')
  const { returning: _, ...fromNow } = await look('now')
  return { returning: back, everything, fromNow }
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

/**
 * Keeps what was said until now for the team, before the first from outside comes into a group that is open to them already (GRP-3 "from now on").
 * Whoever keeps the group and works here.
 */
export async function beginNow(database: Database, me: Me, groupId: string): Promise<void> {
  await asPerson(database, me.id, async (tx) => mustKeep(tx, me, await groupRow(tx, groupId)))
  await asKeeper(database, async (tx) => {
    const [held] = await tx.select().from(groups).where(eq(groups.id, groupId)).for('update')
    const group = found(held)
    if (!(await awaitsFirst(tx, group)))
      throw refused('NOT_THE_FIRST', 'People from outside are in this group already, or it is closed to them.')
    await turnPage(tx, group, 'the team')
    await tell(tx, groupChanged, { about: await groupRow(tx, groupId), data: { name: group.name }, by: me.id })
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

async function open(
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

/** Members from outside who were in the group before it was closed, and come back when it opens. */
async function returning(tx: Tx, groupId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(members)
    .innerJoin(people, and(eq(people.id, members.personId), eq(people.kind, 'external')))
    .where(and(eq(members.groupId, groupId), isNull(members.lapsedAt)))
  return row?.count ?? 0
}

async function countSeen(tx: Tx, self: string): Promise<Visible & { people: number }> {
  const [row] = await tx
    .select({ count: count() })
    .from(people)
    .where(and(ne(people.id, self), sql`${people.dismissedAt} is null`))
  const seen: Visible = { posts: 0, comments: 0, tasks: 0 }
  for (const { of, visible } of movers()) seen[of] += await visible(tx)
  return { people: row?.count ?? 0, ...seen }
}

const mustOwn = (database: Database, me: Me, groupId: string): Promise<GroupRow> =>
  asPerson(database, me.id, async (tx) => {
    const group = await groupRow(tx, groupId)
    const { mine } = await getGroup(tx, groupId)
    if (mine !== 'owner') throw refused('OWNER_ONLY', 'Only the owner of this group can do this.')
    return group
  })

async function mustOwnClosed(database: Database, me: Me, groupId: string): Promise<void> {
  const group = await mustOwn(database, me, groupId)
  mustBeOpen(group)
  await asPerson(database, me.id, (tx) => mustBeSettled(tx, groupId))
  if (group.externalSince) throw refused('OPEN_ALREADY', 'This group is open to external people already.')
}
