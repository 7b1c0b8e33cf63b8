import type { PortalFace } from '#features/portal/server/door.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import type { Message } from '#platform/mail/mail.ts'
import { say } from '#ui/words/catalogue.ts'
import { invitationsWords } from '../words.ts'
import type { Standing } from './standing.ts'

// English as the world reads it: 2 December, not December 2.
const locales = { en: 'en-GB', ru: 'ru', pl: 'pl' }

/** The letter that asks somebody in: who invites, into what, one button, and until when. */
export function invitationLetterOf({ invitation, group, inviter }: Standing, portal: PortalFace, link: URL): Message {
  const to = parseAddress(invitation.address)
  if (!to) throw new Error('An invitation holds an address that does not read.')
  const { letter: words } = say(invitationsWords, invitation.language)
  const named = { who: inviter.name, room: group?.name ?? portal.name, portal: portal.name }
  const date = new Intl.DateTimeFormat(locales[invitation.language], {
    day: 'numeric',
    month: 'long',
    timeZone: inviter.timeZone,
  }).format(invitation.expiresAt)
  const subject = group ? words.subject(named) : words.subjectEmployee(named)
  return {
    to,
    subject,
    letter: {
      language: invitation.language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: group ? words.waiting : words.waitingEmployee(named),
      greeting: subject,
      paragraphs: [group ? words.waiting : words.waitingEmployee(named)],
      person: { name: inviter.name, detail: [inviter.position, portal.name].filter(Boolean).join(' · ') },
      ...(invitation.note ? { quote: invitation.note } : {}),
      button: { label: group ? words.join : words.joinEmployee, url: link.href, hint: words.hint },
      afterButton: [words.until({ date })],
      footer: [words.notYou],
    },
  }
}
