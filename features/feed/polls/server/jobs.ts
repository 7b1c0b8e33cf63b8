import { and, eq, gt, sql } from 'drizzle-orm'
import { events } from '#events/tables.ts'
import { tell } from '#events/tell.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { pollEnded } from '../../events.ts'
import { polls } from './tables.ts'

/** Nobody does it: the time has come. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Tells, once, that a poll has ended by the clock. One that somebody ended before has been told of. */
export const pollEnds: Job<{ postId: string; endsAt: string }> = {
  name: 'feed.pollEnds',
  run: (asked, { database, jobs }) =>
    asKeeper(database, async (tx) => {
      const endsAt = new Date(asked.endsAt)
      const [poll] = await tx
        .select({
          id: polls.postId,
          spaceId: polls.spaceId,
          audienceId: polls.audienceId,
          over: sql`${endsAt} <= now()`,
        })
        .from(polls)
        .where(and(eq(polls.postId, asked.postId), eq(polls.endsAt, endsAt)))
        .for('update')
      if (!poll) return
      // The clock of the database is the one that votes are held to.
      if (!poll.over) return jobs.queue(tx, pollEnds, asked, { after: endsAt })
      const told = await tx.$count(
        events,
        and(
          eq(events.audienceId, poll.audienceId),
          eq(events.aboutId, poll.id),
          eq(events.kind, pollEnded.name),
          gt(events.at, endsAt),
        ),
      )
      if (told === 0) await tell(tx, pollEnded, { about: poll, data: {}, by: nobody })
    }),
}
