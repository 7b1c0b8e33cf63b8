import { and, eq, sql, type SQL } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import { me as asking } from '#access/rules.ts'
import type { Me } from '#access/signed-in.ts'
import { groupRow, mustBeOpen } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { rankOf } from '../../reading/server/rank.ts'
import { rowsOf } from '../../reading/server/shelves.ts'
import { postRow } from '../../server/queries.ts'
import type { Marks } from '../contract.ts'
import { hidesTasks, marksOfPost } from './queries.ts'
import { favourites, feedSettings, pins, readPosts } from './tables.ts'
import { memberships, unreadOf } from './unread.ts'

type Reader = Pick<Me, 'id'>

/** So many posts are pinned in a group, as far as whoever pins sees. */
const mostPins = 3

/** Says that one has read a post, as far as it is now, or as one saw it at a moment. */
export async function readPost(
  tx: Tx,
  me: Reader,
  { id, upTo }: { id: string; upTo?: string | undefined },
): Promise<void> {
  const { spaceId } = await postRow(tx, id)
  const [row] = await rowsOf(tx, [id])
  if (!row) return
  await tx
    .insert(readPosts)
    .values({ personId: me.id, postId: id, spaceId, upTo: upTo ? endOf(upTo) : row.rose })
    .onConflictDoUpdate({
      target: [readPosts.personId, readPosts.postId],
      set: { upTo: sql`greatest(excluded.up_to, ${readPosts.upTo})` },
    })
  await moveMark(tx, spaceId)
}

/** The last place in a feed that somebody has seen who has seen all until a moment. */
const endOf = (moment: string): SQL<string> =>
  rankOf(sql`least(${moment}::timestamptz, now())`, 'ffffffff-ffff-ffff-ffff-ffffffffffff')

/**
 * The mark of a group goes as far as nothing unread is left below it, and what was read one by one below it is forgotten. So somebody who reads
 * all has one row for each group and none for posts.
 */
async function moveMark(tx: Tx, spaceId: string): Promise<void> {
  const { rows } = await tx.execute<{ rose: string }>(
    sql`select u.rose from (${unreadOf(spaceId, { each: 1, order: 'asc' })}) u order by u.rose limit 1`,
  )
  const below = rows[0] ? sql`r.up_to < ${rows[0].rose}` : sql`true`
  await setMark(
    tx,
    sql`select r.space_id, r.up_to from read_posts r where r.person_id = ${asking} and r.space_id = ${spaceId} and ${below} order by r.up_to desc limit 1`,
  )
}

/** Says that one has read the feed of a group, or of all of one's groups. */
export async function readAll(
  tx: Tx,
  { group, upTo }: { group?: string | undefined; upTo?: string | undefined },
): Promise<void> {
  const spaceId = group && (await groupRow(tx, group)).spaceId
  const last = endOf(upTo ?? new Date().toISOString())
  await setMark(
    tx,
    sql`select m.space_id, ${last} as up_to from ${memberships} m where ${spaceId ? sql`m.space_id = ${spaceId}` : sql`true`}`,
  )
}

async function setMark(tx: Tx, marks: SQL): Promise<void> {
  await tx.execute(sql`
    with moved as (
      insert into read_marks (person_id, space_id, up_to) select ${asking}, x.space_id, x.up_to from (${marks}) x
      on conflict (person_id, space_id) do update set up_to = greatest(excluded.up_to, read_marks.up_to) returning space_id, up_to
    ) delete from read_posts r using moved where r.person_id = ${asking} and r.space_id = moved.space_id and r.up_to <= moved.up_to`)
}

/** Keeps a post among one's favourites, or no longer; being there already is fine. */
export async function setFavourite(tx: Tx, me: Reader, id: string, kept: boolean): Promise<Marks> {
  const { spaceId } = await postRow(tx, id)
  if (kept) await tx.insert(favourites).values({ personId: me.id, postId: id, spaceId }).onConflictDoNothing()
  else await tx.delete(favourites).where(and(eq(favourites.postId, id), eq(favourites.personId, me.id)))
  return marksOfPost(tx, id)
}

/** Pins a post for all who read it. Whoever manages where it stands does so: owner and moderators. */
export async function pinPost(tx: Tx, me: Reader, id: string): Promise<Marks> {
  const post = await postRow(tx, id)
  const now = await marksOfPost(tx, id)
  if (now.pinned) return now
  await mustPin(tx, post.groupId, now)
  if ((await tx.$count(pins, eq(pins.spaceId, post.spaceId))) >= mostPins)
    throw refused('PINS_ARE_FULL', 'Three posts are pinned in this group already. Unpin one of them first.')
  await tx.insert(pins).values({ postId: id, spaceId: post.spaceId, audienceId: post.audienceId, authorId: me.id })
  return marksOfPost(tx, id)
}

/** Takes a post from the top of its group. */
export async function unpinPost(tx: Tx, id: string): Promise<Marks> {
  const post = await postRow(tx, id)
  const now = await marksOfPost(tx, id)
  if (!now.pinned) return now
  await mustPin(tx, post.groupId, now)
  await tx.delete(pins).where(eq(pins.postId, id))
  return marksOfPost(tx, id)
}

async function mustPin(tx: Tx, groupId: string | null, { mayPin }: Marks): Promise<void> {
  if (!groupId)
    throw refused('PINNED_IN_GROUPS', 'A post is pinned in the feed of its group, and this one stands in none.')
  if (mayPin) return
  const [group] = await tx.select().from(groups).where(eq(groups.id, groupId))
  if (group) mustBeOpen(group)
  throw refused('KEEPERS_PIN', 'The owner and the moderators of this group pin posts. Ask one of them.')
}

/** Reads feeds with tasks or without. */
export async function setFeed(
  tx: Tx,
  me: Reader,
  { hideTasks }: { hideTasks: boolean },
): Promise<{ hideTasks: boolean }> {
  const tasksHiddenAt = hideTasks ? new Date() : null
  await tx
    .insert(feedSettings)
    .values({ personId: me.id, tasksHiddenAt })
    .onConflictDoUpdate({ target: feedSettings.personId, set: { tasksHiddenAt } })
  return { hideTasks: await hidesTasks(tx) }
}
