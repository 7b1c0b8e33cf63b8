import { z } from 'zod'
import { kind } from '#events/kind.ts'

/** Somebody was invited, or the letter was sent anew. Stands where the invitation stands: with the team. */
export const invitationSent = kind(
  'invitations.sent',
  'invitation',
  z.object({ email: z.string(), sending: z.number() }),
)
/** An invitation was taken back. */
export const invitationWithdrawn = kind('invitations.withdrawn', 'invitation', z.object({ email: z.string() }))
/** The invited person came. */
export const invitationAccepted = kind('invitations.accepted', 'invitation', z.object({ personId: z.uuid() }))
/** Something came of an invitation; told among the inviter's own things, because they may not know of the team. */
export const invitationAnswered = kind('invitations.answered', 'invitation', z.object({}))
/** An administrator did not let the letter go that waited for them. */
export const invitationDeclined = kind('invitations.declined', 'invitation', z.object({ email: z.string() }))
