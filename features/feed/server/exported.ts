import { and, desc, eq, lt, type SQL } from 'drizzle-orm'
import { listShelves } from '#access/shelves.ts'
import { entriesBelow, marksOf } from '#features/comments/server/door.ts'
import { inPeriod, pageOfArchive as limit, type Entry, type Part, type Reading } from '#features/exports/server/door.ts'
import { label } from '#ui/words/catalogue.ts'
import { feedWords } from '../words.ts'
import type { Post } from '../contract.ts'
import { postsIn } from './queries.ts'
import { likes, posts } from './tables.ts'

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
    const page = await postsIn(tx, rows.slice(0, limit))
    // In a copy of one's own data stands what one wrote, not what others answered.
    const below = await entriesBelow(tx, reading.group ? page : [], reading.me.language)
    return {
      items: page.map((post) => entryOf(post, below(post.id), reading)),
      next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
    }
  },
})

function entryOf(post: Post, below: Entry[], { me, group }: Reading): Entry {
  const { likes: liked, ...said } = post
  return {
    at: post.createdAt,
    author: post.author,
    text: post.text,
    marks: marksOf(post, me.language),
    ...(group ? {} : { title: post.group.name }),
    below,
    data: { ...said, likes: liked.count, comments: below.map(({ data }) => data) },
  }
}

/** The feed of a group with all comments, newest first. */
export const postsOfGroup: Part = partOf((reading) =>
  and(eq(posts.spaceId, reading.group?.spaceId ?? ''), inPeriod(posts.createdAt, reading)),
)

/** What somebody posted, as far as they still read it. */
export const ownPosts: Part = partOf((reading) => eq(posts.authorId, reading.me.id))

/** So many lines of a like and the beginning of what was liked make a page: they are short. */
const likesInPage = 500
const beginning = 200

/** What somebody likes, as far as they still read it. */
export const ownLikes: Part = {
  name: 'likes',
  title: label(feedWords, (words) => words.liked),
  count: (tx, { me }) => tx.$count(likes, eq(likes.authorId, me.id)),
  async page(tx, { me }, after) {
    const rows = await tx
      .select({ postId: likes.postId, likedAt: likes.createdAt, text: posts.text })
      .from(likes)
      .innerJoin(posts, eq(posts.id, likes.postId))
      .where(and(eq(likes.authorId, me.id), after ? lt(likes.postId, after) : undefined))
      .orderBy(desc(likes.postId))
      .limit(likesInPage + 1)
    const items = rows.slice(0, likesInPage).map(({ text, ...like }) => ({
      at: like.likedAt,
      text: text.length > beginning ? `${text.slice(0, beginning)}…` : text,
      data: like,
    }))
    return { items, next: rows.length > likesInPage ? (items.at(-1)?.data.postId ?? null) : null }
  },
}
