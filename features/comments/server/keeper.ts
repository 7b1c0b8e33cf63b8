import { and, eq, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { placeBelow } from '#features/groups/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { commentRestored } from '../events.ts'
import { tellOf } from './changing.ts'
import { comments, deletedComments } from './tables.ts'
import { threadRow } from './threads.ts'

/** For so long whoever deleted a comment can put it back. Seconds. */
export const undoFor = 60

/** That whoever asks still sees where it stood and may write there; asked as them. */
export async function mayRestore(tx: Tx, me: Pick<Me, 'id'>, id: string): Promise<void> {
  const [row] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.deletedBy, me.id)))
  await threadRow(tx, found(row).threadId)
  await placeBelow(tx, me, found(row))
}

/**
 * Puts back what somebody has just deleted, for whoever did so and sees where it stood. As the keeper, because nobody may write what another
 * said, and whoever keeps a group puts back words that are not theirs.
 */
export async function restoreComment(database: Database, me: Pick<Me, 'id'>, id: string): Promise<void> {
  await asKeeper(database, async (tx) => {
    const [row] = await tx
      .select({ comment: comments, text: deletedComments.text })
      .from(comments)
      .innerJoin(deletedComments, eq(deletedComments.commentId, comments.id))
      .where(
        and(
          eq(comments.id, id),
          eq(comments.deletedBy, me.id),
          sql`${comments.deletedAt} > now() - ${undoFor} * interval '1 second'`,
        ),
      )
      .for('update', { of: comments })
    const { comment, text } = found(row)
    await tx.update(comments).set({ text, deletedAt: null, deletedBy: null }).where(eq(comments.id, id))
    await tx.delete(deletedComments).where(eq(deletedComments.commentId, id))
    await tellOf(tx, commentRestored, comment, { by: me.id })
  })
}
