import type { PortalFace } from '#features/portal/server/door.ts'
import type { TextMessage } from '#platform/sms/gateway.ts'
import { say } from '#ui/words/catalogue.ts'
import { invitationsWords } from '../words.ts'
import { inOneVoice, type Standing } from './standing.ts'

/** Longer names are cut: a text message is short, and names come from people. */
const longestName = 40

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
  return { to: invitation.email, text: (into === 'lobby' ? words.lobby : words.inside)(named) }
}

const short = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name)
