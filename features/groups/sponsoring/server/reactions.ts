import { when, type Reaction } from '#events/when.ts'
import { sponsorChanged } from '#features/people/events.ts'
import { sponsorLetter } from './jobs.ts'

/** Whoever answers for people from outside from now on hears of it. */
export const sponsoringReactions: Reaction[] = [
  when(sponsorChanged, async ({ aboutId, data }, tx, { jobs }) => {
    await jobs.queue(tx, sponsorLetter, { sponsorId: aboutId, personIds: data.personIds })
  }),
]
