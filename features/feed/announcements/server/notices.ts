import { and, eq, sql } from 'drizzle-orm'
import { when, type Told } from '#events/when.ts'
import { notify } from '#features/notices/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { reminded } from '../../events.ts'
import { posts } from '../../server/tables.ts'
import { announcements, confirmations } from './tables.ts'
import { notDeleted } from '../../server/not-deleted.ts'

type Post = Pick<typeof posts.$inferSelect, 'id' | 'spaceId' | 'audienceId' | 'createdAt'>

/** Whoever reads an announcement is told of it, and not of a post once more. Answers false for other posts. */
export async function tellAnnouncement(tx: Tx, platform: Platform, told: Told<unknown>, post: Post): Promise<boolean> {
  const waiting = await whoIsAsked(tx, post.id)
  if (!waiting) return false
  await notify(tx, platform, told, { happened: 'announced', to: waiting, since: post.createdAt })
  return true
}

/** Those who have not confirmed are told again, where they read it. */
export const announcementNotices = [
  when(reminded, async (told, tx, platform) => {
    const [place] = await tx
      .select({ spaceId: posts.spaceId, audienceId: posts.audienceId })
      .from(posts)
      .where(and(eq(posts.id, told.aboutId), notDeleted(posts.id)))
    const waiting = await whoIsAsked(tx, told.aboutId)
    if (place && waiting) await notify(tx, platform, told, { happened: 'confirmationAwaited', to: waiting, place })
  }),
]

/** Whoever reads it now and has not confirmed; null where it is no announcement. For the keeper. */
async function whoIsAsked(tx: Tx, postId: string): Promise<string[] | null> {
  const [announcement] = await tx.select().from(announcements).where(eq(announcements.postId, postId))
  if (!announcement) return null
  const { rows } = await tx.execute<{ id: string }>(sql`
    select r.person_id as id from access.readers(${announcement.audienceId}, 'feed') r where r.person_id <> ${announcement.authorId}
      and (r.level > 1 or exists (select from groups g where g.space_id = ${announcement.spaceId}))
      and not exists (select from ${confirmations} c where c.post_id = ${postId} and c.person_id = r.person_id)`)
  return rows.map(({ id }) => id)
}
