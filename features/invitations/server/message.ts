import type { PortalFace } from '#features/portal/server/door.ts'
import type { TextMessage } from '#platform/sms/gateway.ts'
import { short } from '#platform/sms/short.ts'
import { say } from '#ui/words/catalogue.ts'
import { invitationsWords } from '../words.ts'
import { inOneVoice, type Standing } from './standing.ts'

/** The text message that asks somebody in: who invites, into what, the link, and nothing of anybody else. */
export function invitationMessageOf(standing: Standing, portal: PortalFace, link: URL): TextMessage {
  const { invitation, group, inviter, into } = standing
  const { message: words } = say(invitationsWords, invitation.language).byPhone
  const named = {
    who: short(inOneVoice(standing) ? portal.name : inviter.name),
    room: short(group?.name ?? portal.name),
    portal: short(portal.name),
    url: link.href,
  }
  const come = into === 'lobby' ? 'lobby' : 'inside'
  const kind = invitation.personId ? 'added' : invitation.linkId ? 'asked' : come
  return { to: invitation.email, text: words[kind](named) }
}
