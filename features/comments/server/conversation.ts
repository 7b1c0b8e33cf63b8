import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import type { Attachment } from '#features/writing/contract.ts'
import { attachmentsOf } from '#features/writing/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Strand } from '../contract.ts'
import { commentsIn } from './answers.ts'
import { mentionedIn, shownText } from './mentions.ts'
import { comments, commentVersions } from './tables.ts'
import { threadRow } from './threads.ts'

/** So many of the last replies come with their comment; the others are asked for. */
const latestReplies = 2

/**
 * What is said below a thing as people talk: comments that reply to none, the last first, each with its last replies. One that was deleted
 * stays for as long as others replied to it.
 */
export async function getConversation(
  tx: Tx,
  threadId: string,
  { limit, after, order = 'newest' }: { limit: number; after?: string | undefined; order?: 'oldest' | 'newest' },
): Promise<{ items: Strand[]; next: string | null; total: number }> {
  const thread = await threadRow(tx, threadId)
  // Also a reply whose comment the reader does not read any more, since companies were parted.
  const first = sql`case when ${comments.parentId} is null then true else not exists (select 1 from comments p where p.id = ${comments.parentId}) end`
  const stands = sql`(${comments.deletedAt} is null or exists (select 1 from comments r where r.parent_id = ${comments.id} and r.deleted_at is null))`
  const top = and(eq(comments.threadId, threadId), first, stands)
  const total = await tx.$count(comments, top)
  const further = order === 'newest' ? lt : gt
  const rows = await tx
    .select()
    .from(comments)
    .where(and(top, after ? further(comments.id, after) : undefined))
    .orderBy(order === 'newest' ? desc(comments.id) : comments.id)
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const latest = await latestOf(
    tx,
    page.map(({ id }) => id),
  )
  const answers = await commentsIn(tx, thread, [...page, ...latest])
  const said = Map.groupBy(answers, ({ commentId }) => commentId)
  const items = (said.get(null) ?? []).map((comment) => ({ ...comment, latest: said.get(comment.id) ?? [] }))
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null, total }
}

async function latestOf(tx: Tx, ids: string[]) {
  if (ids.length === 0) return []
  const { rows } = await tx.execute<{ id: string }>(sql`
    select r.id from unnest(${sql.param(ids)}::uuid[]) top(id) cross join lateral (
      select c.id from comments c where c.parent_id = top.id and c.deleted_at is null order by c.id desc limit ${latestReplies}
    ) r`)
  return tx
    .select()
    .from(comments)
    .where(
      among(
        comments.id,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(comments.id)
}

interface Version {
  text: string
  attachments: Attachment[]
  writtenAt: Date
}

/** What a comment said before it was edited, the first words first. */
export async function listVersions(tx: Tx, id: string): Promise<Version[]> {
  const [row] = await tx
    .select({ spaceId: comments.spaceId, threadId: comments.threadId })
    .from(comments)
    .where(and(eq(comments.id, id), isNull(comments.deletedAt)))
  const { spaceId, threadId } = found(row)
  await threadRow(tx, threadId)
  const room = await roomIn(tx, spaceId)
  const versions = await tx
    .select()
    .from(commentVersions)
    .where(eq(commentVersions.commentId, id))
    .orderBy(commentVersions.id)
  const named = await namesIn(
    tx,
    [room],
    versions.flatMap(({ text }) => mentionedIn(text)),
  )
  const files = await attachmentsOf(tx, versions)
  return versions.map(({ text, attachments, writtenAt }) => ({
    text: shownText(text, (personId) => named(personId, room)).text,
    attachments: files(attachments),
    writtenAt,
  }))
}
