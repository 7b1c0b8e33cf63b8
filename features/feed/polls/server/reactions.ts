import { and, eq, gt, sql } from 'drizzle-orm'
import { when } from '#events/when.ts'
import { posted } from '../../events.ts'
import { pollEnds } from './jobs.ts'
import { polls } from './tables.ts'

/** A poll that is asked until a time ends then; one from the past ended in the past. */
export const pollsReactions = [
  when(posted, async (told, tx, { jobs }) => {
    const [poll] = await tx
      .select({ endsAt: polls.endsAt })
      .from(polls)
      .where(and(eq(polls.postId, told.aboutId), gt(polls.endsAt, sql`now()`)))
    if (!poll?.endsAt) return
    await jobs.queue(tx, pollEnds, { postId: told.aboutId, endsAt: poll.endsAt.toISOString() }, { after: poll.endsAt })
  }),
]
