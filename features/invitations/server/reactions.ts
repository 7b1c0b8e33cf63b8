import { when, type Reaction } from '#events/when.ts'
import { invitationSent } from '../events.ts'
import { invitationLetter } from './jobs.ts'

/** Every sending has its letter. */
export const invitationsReactions: Reaction[] = [
  when(invitationSent, async ({ aboutId, data }, tx, platform) => {
    await platform.jobs.queue(tx, invitationLetter, { id: aboutId, sending: data.sending })
  }),
]
