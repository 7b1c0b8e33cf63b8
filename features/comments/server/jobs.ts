import { and, eq, sql } from 'drizzle-orm'
import { forgetAttachments } from '#features/writing/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Job } from '#platform/job.ts'
import { undoFor } from './keeper.ts'
import { comments, commentVersions, deletedComments, reactions } from './tables.ts'

/** Forgets for good what a deleted comment said, once nobody can put it back. Where others replied, its place stays. */
export const forgetComment: Job<{ id: string }> = {
  name: 'comments.forget',
  async run({ id }, { database }) {
    await asKeeper(database, async (tx) => {
      const [row] = await tx
        .select()
        .from(comments)
        .where(and(eq(comments.id, id), sql`${comments.deletedAt} <= now() - ${undoFor} * interval '1 second'`))
        .for('update')
      if (!row) return
      await tx.delete(deletedComments).where(eq(deletedComments.commentId, id))
      await tx.delete(commentVersions).where(eq(commentVersions.commentId, id))
      await tx.delete(reactions).where(eq(reactions.commentId, id))
      await forgetAttachments(tx, id)
      await tx.update(comments).set({ quotedId: null, quote: null, attachments: [] }).where(eq(comments.id, id))
      // An empty quote says that there was one.
      await tx.update(comments).set({ quotedId: null, quote: '' }).where(eq(comments.quotedId, id))
      await removeUnlessAnswered(tx, id)
      if (row.parentId) await removeUnlessAnswered(tx, row.parentId)
    })
  },
}

const removeUnlessAnswered = (tx: Tx, id: string) =>
  tx.execute(sql`delete from comments c where c.id = ${id} and c.deleted_at is not null
    and not exists (select from deleted_comments d where d.comment_id = c.id)
    and not exists (select from comments r where r.parent_id = c.id)`)
