import { count, eq, sql } from 'drizzle-orm'
import { followThings, reactedToThings } from '#features/comments/server/door.ts'
import { isOutside, type Mover } from '#features/groups/server/door.ts'
import { moveVotes, votedInPosts } from '../polls/server/movers.ts'
import { placePosts } from '../reading/server/rising.ts'
import { posts } from './tables.ts'

/** Posts of externals go where they speak (GRP-7), and what is below them follows. */
export const feedMover: Mover = {
  of: 'posts',
  speakers: ({ spaceId, shared, inPiece }) => {
    const there = sql`space_id = ${spaceId} and ${inPiece(sql`id`)}`
    return sql`select author_id from posts where ${there} and ${shared(sql`audience_id`)}
      union ${reactedToThings({ shared }, sql`select id from posts where ${there}`)}
      union ${votedInPosts({ shared }, sql`select id from posts where ${there}`)}`
  },
  wouldMove: ({ spaceId, shared }) =>
    sql`select id from posts where space_id = ${spaceId} and ${shared(sql`audience_id`)} and ${isOutside(sql`author_id`)}`,
  async move(tx, separating) {
    const { spaceId, shared, laneOf, inPiece } = separating
    const author = laneOf(sql`posts.author_id`)
    const { rowCount } = await tx.execute(sql`update posts set audience_id = ${author}
      where space_id = ${spaceId} and ${inPiece(sql`posts.id`)} and ${shared(sql`posts.audience_id`)} and ${author} is not null`)
    await tx.execute(sql`update picture_uses u set audience_id = p.audience_id from posts p
      where p.id = u.thing_id and ${inPiece(sql`p.id`)} and u.space_id = ${spaceId} and u.audience_id <> p.audience_id`)
    await tx.execute(sql`update attachments f set audience_id = p.audience_id from posts p
      where p.id = f.thing_id and ${inPiece(sql`p.id`)} and f.space_id = ${spaceId} and f.audience_id <> p.audience_id`)
    await tx.execute(sql`update post_versions v set audience_id = p.audience_id from posts p
      where p.id = v.post_id and ${inPiece(sql`p.id`)} and v.space_id = ${spaceId} and v.audience_id <> p.audience_id`)
    const here = sql`select id, audience_id from posts where space_id = ${spaceId} and ${inPiece(sql`id`)}`
    await followThings(tx, separating, here)
    await moveVotes(tx, separating, here)
    // What let a post rise until now may be read by fewer from now on, and its place must not tell of it.
    await placePosts(tx, sql`select id from posts where space_id = ${spaceId} and ${inPiece(sql`id`)}`)
    return rowCount ?? 0
  },
  async visible(tx, spaceId) {
    const [seen] = await tx
      .select({ count: count() })
      .from(posts)
      .where(spaceId ? eq(posts.spaceId, spaceId) : undefined)
    return seen?.count ?? 0
  },
}
