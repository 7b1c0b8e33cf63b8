import { and, eq, type SQL } from 'drizzle-orm'
import { listShelves } from '#access/shelves.ts'
import { commentsOf, marksOf } from '#features/comments/server/door.ts'
import { inPeriod, pageOfArchive as limit, type Entry, type Part, type Reading } from '#features/exports/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { label } from '#ui/words/catalogue.ts'
import { feedWords } from '../words.ts'
import type { Post } from '../contract.ts'
import { postsIn } from './queries.ts'
import { posts } from './tables.ts'

const partOf = (which: (reading: Reading) => SQL | undefined): Part => ({
  name: 'posts',
  title: label(feedWords, (words) => words.title),
  count: (tx, reading) => tx.$count(posts, which(reading)),
  async page(tx, reading, after) {
    const where = which(reading)
    const rows = await listShelves(tx, posts, {
      limit: limit + 1,
      ...(reading.group ? { spaceId: reading.group.spaceId } : {}),
      ...(where ? { where } : {}),
      ...(after ? { after } : {}),
    })
    const items: Entry[] = []
    for (const post of await postsIn(tx, rows.slice(0, limit))) items.push(await entryOf(tx, post, reading))
    return { items, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null }
  },
})

async function entryOf(tx: Tx, post: Post, { me, group }: Reading): Promise<Entry> {
  const { likes, ...said } = post
  // In a copy of one's own data stands what one wrote, not what others answered.
  const below = group && post.comments > 0 ? await commentsOf(tx, post.id, me.language) : []
  return {
    at: post.createdAt,
    author: post.author,
    text: post.text,
    marks: marksOf(post, me.language),
    ...(group ? {} : { title: post.group.name }),
    below,
    data: { ...said, likes: likes.count, comments: below.map(({ data }) => data) },
  }
}

/** The feed of a group with all comments, newest first. */
export const postsOfGroup: Part = partOf((reading) =>
  and(eq(posts.spaceId, reading.group?.spaceId ?? ''), inPeriod(posts.createdAt, reading)),
)

/** What somebody posted, as far as they still read it. */
export const ownPosts: Part = partOf((reading) => eq(posts.authorId, reading.me.id))
