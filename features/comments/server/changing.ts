import { and, eq, isNull } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { toolOfKind } from '#access/tools.ts'
import type { Kind } from '#events/kind.ts'
import { tell } from '#events/tell.ts'
import { placeBelow } from '#features/groups/server/door.ts'
import { checkLinks, placeAttachments } from '#features/writing/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Comment } from '../contract.ts'
import { commentDeleted, commentEdited } from '../events.ts'
import { mustSay } from './actions.ts'
import { checkMentioned } from './mentions.ts'
import { getComment } from './queries.ts'
import { comments, commentVersions, deletedComments, threads } from './tables.ts'
import { threadRow } from './threads.ts'

type Row = typeof comments.$inferSelect

/** Says something else in one's own comment. What it said before stays to be read by its readers. */
export async function editComment(
  tx: Tx,
  me: Pick<Me, 'id'>,
  {
    id,
    text,
    attachmentIds,
    unread,
  }: { id: string; text: string; attachmentIds?: string[] | undefined; unread: boolean },
): Promise<Comment> {
  const seen = await standing(tx, id)
  if (seen.authorId !== me.id) throw refused('COMMENT_OF_ANOTHER', 'A comment is edited by whoever wrote it alone.')
  await placeBelow(tx, me, seen)
  const { spaceId, audienceId, ...before } = found(await locked(tx, id))
  const attachments = attachmentIds ? [...new Set(attachmentIds)] : before.attachments
  mustSay(text, attachments)
  if (before.text === text && before.attachments.join() === attachments.join()) return getComment(tx, id)
  const kind = await kindOf(tx, seen.threadId)
  await checkMentioned(tx, { spaceId, audienceId }, kind, { text, unread })
  await checkLinks(tx, { spaceId, audienceId }, toolOfKind(kind), { text, unread })
  const writtenAt = before.editedAt ?? before.createdAt
  const [version] = await tx
    .insert(commentVersions)
    .values({
      commentId: id,
      spaceId,
      audienceId,
      authorId: me.id,
      text: before.text,
      attachments: before.attachments,
      writtenAt,
    })
    .returning({ id: commentVersions.id })
  await tx.update(comments).set({ text, attachments, editedAt: new Date() }).where(eq(comments.id, id))
  await placeAttachments(tx, me, { id, spaceId, audienceId, attachments, kind: 'comment' })
  await tellOf(tx, commentEdited, seen, { more: { versionId: found(version).id } })
  return getComment(tx, id)
}

/** Takes a comment away: one's own, or as whoever keeps the group. Its words are put aside for as long as that can be undone. */
export async function removeComment(tx: Tx, me: Pick<Me, 'id'>, id: string): Promise<void> {
  const seen = await standing(tx, id)
  await placeBelow(tx, me, seen)
  const row = await locked(tx, id)
  if (!row)
    throw refused(
      'COMMENT_KEPT',
      'A comment is deleted by whoever wrote it, or by the owner and the moderators of its group.',
    )
  await tx.update(comments).set({ text: '', deletedAt: new Date(), deletedBy: me.id }).where(eq(comments.id, id))
  await tx.insert(deletedComments).values({ commentId: id, text: row.text })
  await tellOf(tx, commentDeleted, seen)
}

async function standing(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), isNull(comments.deletedAt)))
  await threadRow(tx, found(row).threadId)
  return found(row)
}

/** The row, held against others who would change it; none where the rules let the person asking change nothing. */
async function locked(tx: Tx, id: string): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), isNull(comments.deletedAt)))
    .for('update')
  return row
}

/** Tells of a comment, as of the thing that it is below. */
export async function tellOf(
  tx: Tx,
  happened: Kind<string, { threadId: string; commentId: string }>,
  { id, threadId, spaceId, audienceId }: Row,
  { by, more = {} }: { by?: string; more?: object } = {},
): Promise<void> {
  await tell(
    tx,
    { ...happened, about: await kindOf(tx, threadId) },
    { about: { id: threadId, spaceId, audienceId }, data: { threadId, commentId: id, ...more }, ...(by ? { by } : {}) },
  )
}

async function kindOf(tx: Tx, threadId: string): Promise<string> {
  const [thread] = await tx.select({ kind: threads.kind }).from(threads).where(eq(threads.id, threadId))
  return found(thread).kind
}
