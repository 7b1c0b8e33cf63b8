import { and, eq, sql } from 'drizzle-orm'
import { tell } from '#events/tell.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { beginsSoon } from '../../events.ts'
import { amongStaff } from '../../server/staff.ts'
import { posts } from '../../server/tables.ts'
import { calendarEvents } from './tables.ts'
import { notDeleted } from '../../server/not-deleted.ts'

/** An hour before something begins says so. What a portal that stood still comes to later than that has begun, and needs no reminder. */
export const eventReminder: Job<{ postId: string; startsAt?: string }> = {
  name: 'feed.remind',
  run: ({ postId, startsAt }, { database }) =>
    asKeeper(database, async (tx) => {
      const [event] = await tx
        .select()
        .from(calendarEvents)
        .where(
          and(
            eq(calendarEvents.postId, postId),
            sql`${calendarEvents.startsAt} > now()`,
            notDeleted(calendarEvents.postId),
          ),
        )
      if (!event) return
      // It was put off for another moment since: that has a reminder of its own.
      if (startsAt && startsAt !== event.startsAt.toISOString()) return
      const [post] = await tx.select().from(posts).where(eq(posts.id, postId))
      const place = await amongStaff(tx, { ...event, groupId: post?.groupId ?? null })
      await tell(tx, beginsSoon, { about: { ...place, id: postId }, data: {}, by: event.authorId })
    }),
}
