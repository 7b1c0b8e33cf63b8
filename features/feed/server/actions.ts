import { and, eq } from 'drizzle-orm'
import { found, invalid, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import { audienceOf } from '#access/spaces.ts'
import { tell } from '#events/tell.ts'
import { openThread } from '#features/comments/server/door.ts'
import { groupRow, membersAmong, type GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Post } from '../contract.ts'
import { liked, posted, unliked } from '../events.ts'
import { getPost, postRow } from './queries.ts'
import { likes, posts } from './tables.ts'

/** Posts to a group that the person asking is in (FEED-2). */
export async function addPost(
  tx: Tx,
  me: { id: string },
  input: { groupId: string; text: string; audience: Post['audience'] },
): Promise<Post> {
  const group = await groupRow(tx, input.groupId)
  const [member] = await membersAmong(tx, group.id, [me.id])
  if (!member)
    throw refused('MEMBERS_ONLY', 'Only members of this group can post in it. Join it first, or ask its owner.')
  const { spaceId, audienceId } = await placeFor(tx, group, input.audience)
  const [row] = await tx
    .insert(posts)
    .values({ spaceId, audienceId, groupId: group.id, authorId: me.id, text: input.text })
    .returning()
  const made = found(row)
  await openThread(tx, { ...made, kind: 'post' })
  await tell(tx, posted, { about: made, data: { groupId: group.id } })
  return getPost(tx, made.id)
}

/** Likes a post; liking it already is fine and tells nobody again. */
export async function likePost(tx: Tx, me: { id: string }, id: string): Promise<Post> {
  const { spaceId, audienceId } = await postRow(tx, id)
  const given = await tx
    .insert(likes)
    .values({ postId: id, authorId: me.id, spaceId, audienceId })
    .onConflictDoNothing()
    .returning()
  if (given.length) await tell(tx, liked, { about: { id, spaceId, audienceId }, data: {} })
  return getPost(tx, id)
}

/** Takes a like back; having none is fine. */
export async function unlikePost(tx: Tx, me: { id: string }, id: string): Promise<Post> {
  const post = await postRow(tx, id)
  const taken = await tx
    .delete(likes)
    .where(and(eq(likes.postId, id), eq(likes.authorId, me.id)))
    .returning()
  if (taken.length) await tell(tx, unliked, { about: post, data: {} })
  return getPost(tx, id)
}

/** To those outside there is no team talk: for them `team` is a word like any other wrong one. */
async function placeFor(tx: Tx, group: GroupRow, audience: Post['audience']): Promise<Placed> {
  const place = audience === 'everyone' ? group : await audienceOf(tx, group.spaceId, audience)
  if (!place) throw invalid('audience', 'There is no such audience here.')
  return place
}
