import { and, count, eq, gt, isNull, sql, type SQL } from 'drizzle-orm'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { emojis, reactions } from '../../server/tables.ts'
import { reactionKinds, type Emoji, type Reacted, type Reaction } from '../contract.ts'

/** What is reacted to: a thing that people talk below, or one comment there. */
export type Target = { threadId: string; spaceId: string; audienceId: string; commentId: string | null }

/** The reactions to each of these things, for the person asking; those without any are missing. */
export const reactionsTo = (tx: Tx, threadIds: string[]): Promise<Map<string, Reaction[]>> =>
  tallied(tx, reactions.threadId, threadIds, isNull(reactions.commentId))

/** The same for comments. */
export const reactionsToComments = (tx: Tx, commentIds: string[]): Promise<Map<string, Reaction[]>> =>
  tallied(tx, reactions.commentId, commentIds)

async function tallied(
  tx: Tx,
  of: typeof reactions.threadId | typeof reactions.commentId,
  ids: string[],
  only?: SQL,
): Promise<Map<string, Reaction[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      of,
      kind: reactions.kind,
      emojiId: reactions.emojiId,
      count: count(),
      mine: sql<boolean>`bool_or(${reactions.authorId} = (select access.me()))`,
    })
    .from(reactions)
    .where(and(among(of, ids), only))
    .groupBy(of, reactions.kind, reactions.emojiId)
  const own = await emojisOf(tx, rows)
  const told = new Map<string, Reaction[]>()
  for (const { of: id, kind, emojiId, ...tally } of rows) {
    if (id) told.set(id, [...(told.get(id) ?? []), { kind, emoji: own.get(emojiId ?? '') ?? null, ...tally }])
  }
  for (const [id, given] of told) told.set(id, given.toSorted(asOffered))
  return told
}

/** The six first, then the portal's own as they came: they stand still while they are counted. */
function asOffered(a: Reaction, b: Reaction): number {
  const place = ({ kind }: Reaction) => (kind ? reactionKinds.indexOf(kind) : reactionKinds.length)
  return place(a) - place(b) || (a.emoji?.id ?? '').localeCompare(b.emoji?.id ?? '')
}

/** Who reacted to something, the first ones first; named as they are known in that room. */
export async function listReacted(
  tx: Tx,
  { threadId, commentId, spaceId }: Pick<Target, 'threadId' | 'commentId' | 'spaceId'>,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ items: Reacted[]; next: string | null }> {
  const to = commentId ? eq(reactions.commentId, commentId) : isNull(reactions.commentId)
  const rows = await tx
    .select()
    .from(reactions)
    .where(and(eq(reactions.threadId, threadId), to, after ? gt(reactions.id, after) : undefined))
    .orderBy(reactions.id)
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const own = await emojisOf(tx, page)
  const room = await roomIn(tx, spaceId)
  const named = await namesIn(
    tx,
    [room],
    page.map(({ authorId }) => authorId),
  )
  const items = page.map(({ id, authorId, kind, emojiId }) => ({
    id,
    person: named(authorId, room),
    kind,
    emoji: own.get(emojiId ?? '') ?? null,
  }))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** The portal's own reactions that are offered, in the order in which they were added. */
export async function listEmojis(tx: Tx): Promise<Emoji[]> {
  const rows = await tx.select().from(emojis).where(isNull(emojis.removedAt)).orderBy(emojis.id)
  return rows.map(emojiOf)
}

/** Those that were given, also when they are offered no more. */
async function emojisOf(tx: Tx, given: { emojiId: string | null }[]): Promise<Map<string, Emoji>> {
  const ids = [...new Set(given.flatMap(({ emojiId }) => emojiId ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await tx.select().from(emojis).where(among(emojis.id, ids))
  return new Map(rows.map((row) => [row.id, emojiOf(row)]))
}

/** A row as it is answered. */
export const emojiOf = ({ id, name, text, picture }: typeof emojis.$inferSelect): Emoji => ({
  id,
  name,
  text,
  picture: picture && `/api/v1/emojis/${id}/picture`,
})
