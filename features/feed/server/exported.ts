import { and, count, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { listShelves } from '#access/shelves.ts'
import { entriesBelow, marksOf, shownText } from '#features/comments/server/door.ts'
import { comments, emojis, reactions } from '#features/comments/server/tables.ts'
import { commentsWords } from '#features/comments/words.ts'
import { inPeriod, pageOfArchive as limit, type Entry, type Part, type Reading } from '#features/exports/server/door.ts'
import { filesFact } from '#features/writing/server/door.ts'
import { label, say, type Language } from '#ui/words/catalogue.ts'
import { namesOf } from '../addressing/server/called.ts'
import { addressingWords } from '../addressing/words.ts'
import { feedWords } from '../words.ts'
import type { Post } from '../contract.ts'
import { factsOfPolls } from '../polls/server/exported.ts'
import { addedFacts } from './exported-added.ts'
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
    const page = await postsIn(tx, rows.slice(0, limit))
    // In a copy of one's own data stands what one wrote, not what others answered.
    const below = await entriesBelow(tx, reading.group ? page : [], reading.me.language)
    const facts = await factsOfPolls(tx, page, reading)
    return {
      items: page.map((post) => ({
        ...entryOf(post, below(post.id), reading),
        facts: [...addedFacts(post, reading.me), ...(facts(post).facts ?? [])],
      })),
      next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
    }
  },
})

function entryOf(post: Post, below: Entry[], { me, group }: Reading): Entry {
  return {
    at: post.createdAt,
    author: post.author,
    text: post.text,
    marks: marksOf(post, me.language),
    facts: [...tagsFact(post, me.language), ...filesFact(post.attachments, me.language)],
    ...(group ? {} : { title: post.group?.name ?? namesOf(post.to, say(addressingWords, me.language)) }),
    below,
    data: { ...post, comments: below.map(({ data }) => data) },
  }
}

const tagsFact = ({ tags }: Post, language: Language): [string, string][] =>
  tags.length > 0 ? [[say(feedWords, language).tags.title, tags.map((tag) => `#${tag}`).join(' ')]] : []

/** The feed of a group with all comments, newest first. */
export const postsOfGroup: Part = partOf((reading) =>
  and(eq(posts.spaceId, reading.group?.spaceId ?? ''), inPeriod(posts.createdAt, reading)),
)

/** What somebody posted, as far as they still read it. */
export const ownPosts: Part = partOf((reading) => eq(posts.authorId, reading.me.id))

/** So many lines of a reaction and the beginning of what it is to make a page: they are short. */
const reactionsInPage = 500
const beginning = 200

/** What it is to is read still: a comment, or a post. */
const ofSomething = ({ me }: Reading) =>
  and(
    eq(reactions.authorId, me.id),
    sql`((${comments.id} is not null and ${comments.deletedAt} is null) or (${reactions.commentId} is null and ${posts.id} is not null))`,
  )

/** How somebody reacted, as far as they still read to what. */
export const ownReactions: Part = {
  name: 'reactions',
  title: label(commentsWords, (words) => words.reactions.title),
  async count(tx, reading) {
    const [row] = await tx
      .select({ count: count() })
      .from(reactions)
      .leftJoin(comments, eq(comments.id, reactions.commentId))
      .leftJoin(posts, eq(posts.id, reactions.threadId))
      .where(ofSomething(reading))
    return row?.count ?? 0
  },
  async page(tx, reading, after) {
    const words = say(commentsWords, reading.me.language).reactions
    const rows = await tx
      .select({
        id: reactions.id,
        threadId: reactions.threadId,
        commentId: reactions.commentId,
        kind: reactions.kind,
        emoji: emojis.name,
        reactedAt: reactions.createdAt,
        text: sql<string>`coalesce(${comments.text}, ${posts.text})`,
      })
      .from(reactions)
      .leftJoin(comments, eq(comments.id, reactions.commentId))
      .leftJoin(posts, eq(posts.id, reactions.threadId))
      .leftJoin(emojis, eq(emojis.id, reactions.emojiId))
      .where(and(ofSomething(reading), after ? lt(reactions.id, after) : undefined))
      .orderBy(desc(reactions.id))
      .limit(reactionsInPage + 1)
    const items = rows.slice(0, reactionsInPage).map(({ text: kept, ...given }) => {
      const { text } = shownText(kept, () => null)
      return {
        at: given.reactedAt,
        title: given.kind ? words.kind[given.kind] : (given.emoji ?? ''),
        text: text.length > beginning ? `${text.slice(0, beginning)}…` : text,
        data: given,
      }
    })
    return { items, next: rows.length > reactionsInPage ? (items.at(-1)?.data.id ?? null) : null }
  },
}
