import { eq, sql } from 'drizzle-orm'
import { closeThread } from '#features/comments/server/door.ts'
import { forgetUses } from '#features/writing/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { undoSeconds } from '../contract.ts'
import { postDeletions, posts } from './tables.ts'

/** Removes a post that was deleted and not taken back, with all that hangs below it. */
export const feedForget: Job<{ postId: string }> = {
  name: 'feed.forget',
  run: ({ postId }, { database }) =>
    asKeeper(database, async (tx) => {
      const [gone] = await tx
        .select()
        .from(postDeletions)
        .where(
          sql`${eq(postDeletions.postId, postId)} and ${postDeletions.createdAt} < now() - make_interval(secs => ${undoSeconds})`,
        )
        .for('update')
      if (!gone) return
      await tx.delete(posts).where(eq(posts.id, postId))
      await closeThread(tx, postId)
      await forgetUses(tx, postId)
    }),
}
