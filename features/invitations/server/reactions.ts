import { and, eq } from 'drizzle-orm'
import { ownPlaceOf } from '#access/spaces.ts'
import { tell } from '#events/tell.ts'
import { when, type Reaction } from '#events/when.ts'
import { memberLeft } from '#features/groups/events.ts'
import { requestDecided } from '#features/requests/events.ts'
import { notify } from '#features/notices/server/door.ts'
import { requests } from '#features/requests/server/tables.ts'
import { invitationAccepted, invitationAnswered, invitationDeclined, invitationSent } from '../events.ts'
import { closeUnused } from '../adding/server/coming.ts'
import { holdGround } from './holding.ts'
import { declinedLetter, invitationLetter } from './jobs.ts'
import { notClosed } from './open.ts'
import { invitations } from './tables.ts'

/** Every sending has its letter; whoever invited hears who came; whoever hoped for one hears that an administrator declined; an inviter sees what came of it. */
export const invitationsReactions: Reaction[] = [
  when(invitationSent, async ({ aboutId, data }, tx, platform) => {
    await platform.jobs.queue(tx, invitationLetter, { id: aboutId, sending: data.sending })
  }),
  // Among the inviter's own things, because they may not know the team.
  when(invitationAccepted, async (told, tx, platform) => {
    const [{ groupId, invitedBy, outcome } = {}] = await tx
      .select()
      .from(invitations)
      .where(eq(invitations.id, told.aboutId))
    if (!groupId || !invitedBy || outcome !== 'joined') return
    await notify(tx, platform, told, {
      happened: 'accepted',
      about: { kind: 'group', id: groupId },
      place: await ownPlaceOf(tx, invitedBy),
      to: [invitedBy],
    })
  }),
  when(invitationDeclined, async ({ aboutId, actorId }, tx, platform) => {
    await platform.jobs.queue(tx, declinedLetter, { id: aboutId, byId: actorId })
  }),
  // Whoever was added, has not come and is taken out has no letter and no account left.
  when(memberLeft, async ({ aboutId, actorId, data }, tx) => {
    const theirs = and(eq(invitations.groupId, aboutId), eq(invitations.personId, data.personId), notClosed())
    const [letter] = await tx.select().from(invitations).where(theirs)
    if (!letter) return
    await holdGround(tx, letter)
    const ended = await tx
      .update(invitations)
      .set({ withdrawnAt: new Date(), tokenHash: null })
      .where(theirs)
      .returning({ id: invitations.id })
    if (ended.length > 0) await closeUnused(tx, data.personId, actorId)
  }),
  when(requestDecided, async ({ aboutId, actorId, data }, tx) => {
    const [request] = await tx.select().from(requests).where(eq(requests.id, aboutId))
    if (!request?.invitedBy || data.state === 'withdrawn') return
    const answered = await tx
      .update(invitations)
      .set({ outcome: data.state === 'approved' ? 'joined' : 'declined' })
      .where(
        and(
          eq(invitations.groupId, request.groupId),
          eq(invitations.acceptedBy, request.personId),
          eq(invitations.outcome, 'asked'),
        ),
      )
      .returning()
    for (const { id, invitedBy } of answered)
      await tell(tx, invitationAnswered, { about: { id, ...(await ownPlaceOf(tx, invitedBy)) }, data: {}, by: actorId })
  }),
]
