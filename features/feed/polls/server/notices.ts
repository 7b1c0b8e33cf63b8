import { eq } from 'drizzle-orm'
import { when } from '#events/when.ts'
import { notify } from '#features/notices/server/door.ts'
import { pollEnded } from '../../events.ts'
import { polls } from './tables.ts'

/** Whoever asked is told that their poll has ended, by the clock or by somebody else. */
export const pollsNotices = [
  when(pollEnded, async (told, tx, platform) => {
    const [poll] = await tx.select({ authorId: polls.authorId }).from(polls).where(eq(polls.postId, told.aboutId))
    if (poll) await notify(tx, platform, told, { happened: 'pollEnded', to: [poll.authorId] })
  }),
]
