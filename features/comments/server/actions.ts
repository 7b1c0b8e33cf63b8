import { and, eq, isNull } from 'drizzle-orm'
import { found, invalid } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import { toolOfKind } from '#access/tools.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { placeBelow, type Addressed } from '#features/groups/server/door.ts'
import { checkLinks, placeAttachments, sendDraft } from '#features/writing/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Comment } from '../contract.ts'
import { commentAdded } from '../events.ts'
import { commentsIn } from './answers.ts'
import { checkMentioned } from './mentions.ts'
import { mustBeQuotable } from './quoting.ts'
import { comments, threads } from './tables.ts'
import { threadRow } from './threads.ts'

/** What somebody says below a thing: to whom, in reply to which comment, with which words of another. */
export type Saying = Addressed & {
  text: string
  /** Uploads, in their order. */
  attachmentIds?: string[] | undefined
  commentId?: string | undefined
  quotedId?: string | undefined
  quote?: string | undefined
  /** The writer knows what of it will not reach its readers. */
  unread?: boolean | undefined
  /** What it was until now. */
  draft?: { id: string } | undefined
}

/** Lets people talk below a thing from now on, in the audience it stands in. Called by whatever makes the thing, with its id. */
export async function openThread(tx: Tx, thing: Placed & { id: string; kind: string }): Promise<void> {
  const { id, spaceId, audienceId, kind } = thing
  await tx.insert(threads).values({ id, spaceId, audienceId, kind })
}

/** Removes a thread with all that was said in it, because its thing is gone. For the keeper. */
export async function closeThread(tx: Tx, id: string): Promise<void> {
  await tx.delete(threads).where(eq(threads.id, id))
}

/** Comments as the person asking, where the thread stands or inside it. A thread they do not see does not exist. `saidAt` is for what is brought in from the past. */
export async function addComment(
  tx: Tx,
  me: Pick<Me, 'id'>,
  threadId: string,
  { text, attachmentIds = [], commentId, quotedId, quote, unread, draft, ...addressed }: Saying,
  saidAt?: Date,
): Promise<Comment> {
  const thread = await threadRow(tx, threadId)
  const attachments = [...new Set(attachmentIds)]
  mustSay(text, attachments)
  const answered = commentId ? await commentOf(tx, threadId, commentId) : null
  // For whom a comment is is inherited by what replies to it.
  const { spaceId, audienceId } = await placeBelow(tx, me, answered ?? thread, addressed)
  const quoted = quotedId ? await commentOf(tx, threadId, quotedId) : null
  const words = await mustBeQuotable(tx, quoted, audienceId, quote)
  await checkMentioned(tx, { spaceId, audienceId }, thread.kind, { text, unread })
  await checkLinks(tx, { spaceId, audienceId }, toolOfKind(thread.kind), { text, unread })
  const [row] = await tx
    .insert(comments)
    .values({
      spaceId,
      audienceId,
      threadId,
      authorId: me.id,
      text,
      attachments,
      // Replies go one level deep: who answers a reply answers below the same comment.
      parentId: answered && (answered.parentId ?? answered.id),
      quotedId: quoted?.id,
      quote: words,
      ...(saidAt ? { createdAt: saidAt } : {}),
    })
    .returning()
  const comment = found(row)
  await placeAttachments(tx, me, { ...comment, kind: 'comment' })
  await sendDraft(tx, me, draft)
  await tell(
    tx,
    { ...commentAdded, about: thread.kind },
    {
      about: { id: thread.id, spaceId, audienceId },
      data: { threadId, commentId: comment.id },
    },
  )
  const [answer] = await commentsIn(tx, thread, [comment])
  return found(answer)
}

/** A comment says something, or brings something. */
export function mustSay(text: string, attachments: string[]): void {
  if (text === '' && attachments.length === 0) throw invalid('text', 'Write something first.')
}

async function commentOf(tx: Tx, threadId: string, id: string) {
  const [row] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.threadId, threadId), isNull(comments.deletedAt)))
  return found(row)
}
