import { and, eq, sql } from 'drizzle-orm'
import { tell } from '#events/tell.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { beginsSoon } from '../../events.ts'
import { teamOf } from '../../server/staff.ts'
import { calendarEvents } from './tables.ts'
import { notDeleted } from '../../server/not-deleted.ts'

/** An hour before something begins says so. What a portal that stood still comes to later than that has begun, and needs no reminder. */
export const eventReminder: Job<{ postId: string }> = {
  name: 'feed.remind',
  run: ({ postId }, { database }) =>
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
      const place = await teamOf(tx, event.spaceId)
      await tell(tx, beginsSoon, { about: { ...place, id: postId }, data: {}, by: event.authorId })
    }),
}
