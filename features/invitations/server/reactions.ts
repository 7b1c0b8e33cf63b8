import { when, type Reaction } from '#events/when.ts'
import { invitationDeclined, invitationSent } from '../events.ts'
import { declinedLetter, invitationLetter } from './jobs.ts'

/** Every sending has its letter, and whoever hoped for one hears that an administrator declined. */
export const invitationsReactions: Reaction[] = [
  when(invitationSent, async ({ aboutId, data }, tx, platform) => {
    await platform.jobs.queue(tx, invitationLetter, { id: aboutId, sending: data.sending })
  }),
  when(invitationDeclined, async ({ aboutId, actorId }, tx, platform) => {
    await platform.jobs.queue(tx, declinedLetter, { id: aboutId, byId: actorId })
  }),
]
