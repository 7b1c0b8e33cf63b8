import { and, count, isNull, sql } from 'drizzle-orm'
import type { Placed } from '#access/placing.ts'
import { me, seated } from '#access/rules.ts'
import { audienceOf } from '#access/spaces.ts'
import { laneNames, namesIn, roomIn } from '#features/groups/server/door.ts'
import { attachmentsOf } from '#features/writing/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Comment, LaneName } from '../contract.ts'
import { reactionsToComments } from '../reactions/server/queries.ts'
import { mentionedIn, shownText } from './mentions.ts'
import { comments } from './tables.ts'

type Row = typeof comments.$inferSelect

/** Rows as they are answered. What is counted, named or quoted is asked once for all of them, under the rules of the reader. */
export async function commentsIn(tx: Tx, thread: Placed, rows: Row[]): Promise<Comment[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const apartIn = await placesInside(tx, thread, rows)
  const reactions = await reactionsToComments(tx, ids)
  const replies = await repliesTo(tx, ids)
  const mine = await changeable(tx, ids)
  const files = await attachmentsOf(tx, rows)
  const quoted = await referredTo(
    tx,
    rows.map(({ quotedId }) => quotedId),
  )
  const above = await referredTo(
    tx,
    rows.map(({ parentId }) => parentId),
  )
  const room = await roomIn(tx, thread.spaceId)
  const named = await namesIn(
    tx,
    [room],
    [...[...rows, ...quoted.values()].map((row) => row.authorId), ...rows.flatMap(({ text }) => mentionedIn(text))],
  )
  const quoteOf = ({ quotedId, quote }: Row): Comment['quote'] => {
    if (quote === null) return null
    const source = quoted.get(quotedId ?? '')
    if (quotedId && !source) return null
    const gone = !source || source.deletedAt !== null
    return gone
      ? { commentId: null, author: null, text: '' }
      : { commentId: source.id, author: named(source.authorId, room), text: quote }
  }
  return rows.map((row) => {
    const { id, authorId, audienceId, text, attachments, createdAt, editedAt, deletedAt, parentId } = row
    const gone = deletedAt !== null
    return {
      id,
      author: gone ? null : named(authorId, room),
      ...shownText(text, (personId) => named(personId, room)),
      attachments: gone ? [] : files(attachments),
      createdAt,
      editedAt: gone ? null : editedAt,
      deletedAt,
      // Where its comment went to those who speak elsewhere, a reply stands by itself.
      commentId: above.get(parentId ?? '')?.id ?? null,
      replies: replies.get(id) ?? 0,
      quote: gone ? null : quoteOf(row),
      may: { edit: !gone && mine.get(id) === true, remove: !gone && mine.has(id) },
      apart: audienceId === thread.audienceId ? null : apartIn(audienceId),
      reactions: gone ? [] : (reactions.get(id) ?? []),
    }
  })
}

/** For whom words are that fewer read than what they stand below: told to those who work here. */
async function placesInside(tx: Tx, thread: Placed, rows: Row[]): Promise<(audienceId: string) => Comment['apart']> {
  const inside = rows.flatMap(({ audienceId }) => (audienceId === thread.audienceId ? [] : [audienceId]))
  const lanes = inside.length > 0 ? await laneNames(tx, [...new Set(inside)]) : new Map<string, LaneName>()
  const team = inside.length > 0 ? await audienceOf(tx, thread.spaceId, 'team') : null
  return (audienceId) => {
    const lane = lanes.get(audienceId) ?? null
    if (lane) return { audience: 'lane', lane }
    return team?.audienceId === audienceId && audienceId !== thread.audienceId ? { audience: 'team', lane } : null
  }
}

async function repliesTo(tx: Tx, ids: string[]): Promise<Map<string | null, number>> {
  const rows = await tx
    .select({ parentId: comments.parentId, count: count() })
    .from(comments)
    .where(and(among(comments.parentId, ids), isNull(comments.deletedAt)))
    .groupBy(comments.parentId)
  return new Map(rows.map((row) => [row.parentId, row.count]))
}

/** Those that the person asking may take away; true for those that are their own to edit too. */
async function changeable(tx: Tx, ids: string[]): Promise<Map<string, boolean>> {
  const own = sql<boolean>`${comments.authorId} = ${me}`
  const rows = await tx
    .select({ id: comments.id, own })
    .from(comments)
    .where(
      and(
        among(comments.id, ids),
        sql`case when ${own} then ${seated(comments, 'comment')} else ${seated(comments, 'manage')} end`,
      ),
    )
  return new Map(rows.map((row) => [row.id, row.own]))
}

/** The comments that others reply to or quote, as far as the reader reads them. */
async function referredTo(
  tx: Tx,
  all: (string | null)[],
): Promise<Map<string, Pick<Row, 'id' | 'authorId' | 'deletedAt'>>> {
  const ids = [...new Set(all.flatMap((id) => id ?? []))]
  if (ids.length === 0) return new Map()
  const found = await tx
    .select({ id: comments.id, authorId: comments.authorId, deletedAt: comments.deletedAt })
    .from(comments)
    .where(among(comments.id, ids))
  return new Map(found.map((row) => [row.id, row]))
}
