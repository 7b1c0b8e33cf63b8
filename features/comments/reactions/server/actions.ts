import { and, eq, isNull } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { placeBelow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { reactedTo, reactionTaken } from '../../events.ts'
import { comments, emojis, reactions, threads } from '../../server/tables.ts'
import { threadRow } from '../../server/threads.ts'
import type { ReactionChoice } from '../contract.ts'
import type { Target } from './queries.ts'

/** Reacts, where the thing stands or where whoever reacts speaks. Doing so twice is fine and tells nobody again. */
export async function react(tx: Tx, me: Pick<Me, 'id'>, target: Target, choice: ReactionChoice): Promise<void> {
  const { threadId, commentId } = target
  const { spaceId, audienceId } = await placeBelow(tx, me, target)
  const given = await tx
    .insert(reactions)
    .values({ threadId, commentId, authorId: me.id, spaceId, audienceId, ...(await chosen(tx, choice)) })
    .onConflictDoNothing()
    .returning({ id: reactions.id })
  if (given.length === 0) return
  const about = await kindOf(tx, threadId)
  await tell(
    tx,
    { ...reactedTo, about },
    { about: { id: threadId, spaceId, audienceId }, data: { threadId, commentId } },
  )
}

/** Takes a reaction back; having given none is fine. */
export async function takeReaction(tx: Tx, me: Pick<Me, 'id'>, target: Target, choice: ReactionChoice): Promise<void> {
  const { threadId, commentId } = target
  const { kind = 'like', emojiId } = choice
  const [taken] = await tx
    .delete(reactions)
    .where(
      and(
        eq(reactions.threadId, threadId),
        commentId ? eq(reactions.commentId, commentId) : isNull(reactions.commentId),
        eq(reactions.authorId, me.id),
        emojiId ? eq(reactions.emojiId, emojiId) : eq(reactions.kind, kind),
      ),
    )
    .returning()
  if (!taken) return
  const about = await kindOf(tx, threadId)
  const { spaceId, audienceId } = taken
  await tell(
    tx,
    { ...reactionTaken, about },
    { about: { id: threadId, spaceId, audienceId }, data: { threadId, commentId } },
  )
}

/** The comment that is reacted to, as far as the person asking reads it. */
export async function commentTarget(tx: Tx, id: string): Promise<Target> {
  const [row] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), isNull(comments.deletedAt)))
  const { threadId, spaceId, audienceId } = found(row)
  await threadRow(tx, threadId)
  return { threadId, spaceId, audienceId, commentId: id }
}

async function chosen(tx: Tx, { kind = 'like', emojiId }: ReactionChoice) {
  if (!emojiId) return { kind }
  const [row] = await tx
    .select({ id: emojis.id })
    .from(emojis)
    .where(and(eq(emojis.id, emojiId), isNull(emojis.removedAt)))
  return { emojiId: found(row).id }
}

async function kindOf(tx: Tx, threadId: string): Promise<string> {
  const [thread] = await tx.select({ kind: threads.kind }).from(threads).where(eq(threads.id, threadId))
  return found(thread).kind
}
