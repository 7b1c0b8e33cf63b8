import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Comment } from '../contract.ts'
import { commentsIn } from './answers.ts'
import { comments, threads } from './tables.ts'
import { threadRow } from './threads.ts'

/** It was not taken away. */
const stands = isNull(comments.deletedAt)

interface CommentsQuery {
  /** Only replies to this one. */
  commentId?: string | undefined
  limit: number
  /** The id of the last comment of the page before. */
  after?: string | undefined
  order?: 'oldest' | 'newest'
}

/** A page of what is said below a thing; a thread one does not see does not exist. */
export async function listComments(
  tx: Tx,
  threadId: string,
  query: CommentsQuery,
): Promise<{ items: Comment[]; next: string | null }> {
  const { limit, after, commentId, order = 'oldest' } = query
  const thread = await threadRow(tx, threadId)
  const further = order === 'oldest' ? sql`${comments.id} > ${after}` : sql`${comments.id} < ${after}`
  const rows = await tx
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.threadId, threadId),
        commentId ? eq(comments.parentId, commentId) : undefined,
        stands,
        after ? further : undefined,
      ),
    )
    .orderBy(order === 'oldest' ? comments.id : sql`${comments.id} desc`)
    .limit(limit + 1)
  const items = await commentsIn(tx, thread, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** All that is said below each of these things, the first words first; those without any are missing. Asked once for all of them. */
export async function commentsBelow(tx: Tx, threadIds: string[]): Promise<Map<string, Comment[]>> {
  if (threadIds.length === 0) return new Map()
  const seen = await tx.select().from(threads).where(among(threads.id, threadIds))
  const rows = await tx
    .select()
    .from(comments)
    .where(
      and(
        among(
          comments.threadId,
          seen.map(({ id }) => id),
        ),
        stands,
      ),
    )
    .orderBy(comments.id)
  const threadOf = new Map(rows.map((row) => [row.id, row.threadId]))
  const below = new Map<string, Comment[]>()
  // Where a word stands apart is said by where its thing stands: all things of one place are answered together.
  for (const [, placed] of Map.groupBy(seen, ({ audienceId }) => audienceId)) {
    const [place] = placed
    const there = new Set(placed.map(({ id }) => id))
    if (!place) continue
    const said = await commentsIn(
      tx,
      place,
      rows.filter(({ threadId }) => there.has(threadId)),
    )
    for (const [threadId, words] of Map.groupBy(said, ({ id }) => threadOf.get(id) ?? '')) below.set(threadId, words)
  }
  return below
}

/** One comment as it is answered. */
export async function getComment(tx: Tx, id: string): Promise<Comment> {
  const [row] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), stands))
  const comment = found(row)
  const [answer] = await commentsIn(tx, await threadRow(tx, comment.threadId), [comment])
  return found(answer)
}

/** How many comments each of these things has, for the person asking; those without any are missing. */
export async function commentCounts(tx: Tx, threadIds: string[]): Promise<Map<string, number>> {
  if (threadIds.length === 0) return new Map()
  const rows = await tx
    .select({ threadId: comments.threadId, count: count() })
    .from(comments)
    .where(and(among(comments.threadId, threadIds), stands))
    .groupBy(comments.threadId)
  return new Map(rows.map((row) => [row.threadId, row.count]))
}
