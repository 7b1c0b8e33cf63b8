import { when } from '#events/when.ts'
import { undoSeconds } from '../contract.ts'
import { deleted } from '../events.ts'
import { feedForget } from './jobs.ts'

/** A post that is deleted goes for good when the time in which that can be taken back is over. */
export const feedReactions = [
  when(deleted, async (told, tx, platform) => {
    const after = new Date(told.at.getTime() + (undoSeconds + 5) * 1000)
    await platform.jobs.queue(tx, feedForget, { postId: told.aboutId }, { after })
  }),
]
