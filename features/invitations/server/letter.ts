import type { PortalFace } from '#features/portal/server/door.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import type { Message } from '#platform/mail/mail.ts'
import type { Picture } from '#platform/mail/pictures.ts'
import { say } from '#ui/words/catalogue.ts'
import type { Waiting } from '../contract.ts'
import { invitationsWords } from '../words.ts'
import { whatWaits } from '../words/what-waits.ts'
import { inOneVoice, type Standing } from './standing.ts'

// English as the world reads it: 2 December, not December 2.
const locales = { en: 'en-GB', ru: 'ru', pl: 'pl' }

/** From here on a day without its year could be another. */
const longAhead = 300 * 86_400_000

/** What the letter says beside the invitation itself. */
interface Beside {
  link: URL
  waiting: Waiting | null
  /** Of whoever invites; not for whom nobody is named to. */
  photo: Picture | null
}

/** The letter that asks somebody in: who invites, into what, what waits there, one button, and until when. */
export function invitationLetterOf(
  standing: Standing,
  portal: PortalFace,
  { link, waiting: found, photo }: Beside,
): Message {
  const { invitation, group, inviter, into } = standing
  const to = parseAddress(invitation.address)
  if (!to) throw new Error('An invitation holds an address that does not read.')
  const { letter: words } = say(invitationsWords, invitation.language)
  const voice = inOneVoice(standing)
  const named = { who: voice ? portal.name : inviter.name, room: group?.name ?? portal.name, portal: portal.name }
  const dayOf = (at: Date, timeZone: string): string =>
    new Intl.DateTimeFormat(locales[invitation.language], {
      day: 'numeric',
      month: 'long',
      ...(at.getTime() - Date.now() > longAhead ? { year: 'numeric' } : {}),
      timeZone,
    }).format(at)
  const lastDay = (day: string) => dayOf(new Date(`${day}T12:00:00Z`), 'UTC')
  const date = dayOf(invitation.expiresAt, inviter.timeZone)
  const written = say(invitationsWords, invitation.language).adding.letter
  const added = invitation.personId !== null
  const invited = group ? words.subject(named) : words.subjectEmployee(named)
  const asked = say(invitationsWords, invitation.language).link.letter
  const subject = added ? written.subject(named) : invitation.linkId ? asked.subject(named) : invited
  const waiting = group ? whatWaits(invitation.language, found).forComer : words.waitingEmployee(named)
  return {
    to,
    subject,
    letter: {
      language: invitation.language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: added ? written.ready : waiting,
      greeting: subject,
      paragraphs: [
        waiting,
        ...(added ? [written.ready] : []),
        ...(invitation.linkId ? [asked.asked] : []),
        ...(into === 'lobby' ? [words.lobby] : []),
        ...(invitation.accessUntil ? [words.access({ date: lastDay(invitation.accessUntil) })] : []),
      ],
      ...(voice
        ? {}
        : {
            person: {
              name: inviter.name,
              // Whoever invites from outside does not speak for the company whose portal it is.
              detail: [inviter.position, inviter.kind === 'employee' && portal.name].filter(Boolean).join(' · '),
              external: inviter.kind === 'external',
              ...(photo ? { photo } : {}),
            },
          }),
      ...(invitation.note ? { quote: invitation.note } : {}),
      button: {
        label: added ? written.enter : group ? words.join : words.joinEmployee,
        url: link.href,
        hint: words.hint,
      },
      afterButton: [
        (added ? written : words).until({
          date,
          days: words.days({ n: daysBetween(invitation.sentAt, invitation.expiresAt) }),
        }),
      ],
      footer: [words.notYou],
    },
  }
}

const daysBetween = (from: Date, until: Date): number => Math.round((until.getTime() - from.getTime()) / 86_400_000)

/** Says to whoever invited that an administrator did not let their letter go. */
export function declinedLetterTo(
  inviter: { name: string; email: string; language: 'en' | 'ru' | 'pl'; address: string },
  /** Null for whoever may not know them. */
  administrator: string | null,
  portal: PortalFace,
): Message | null {
  const to = parseAddress(inviter.email)
  if (!to) return null
  const { declined: words } = say(invitationsWords, inviter.language)
  const text = administrator
    ? words.text({ who: administrator, email: inviter.address })
    : words.textUnnamed({ email: inviter.address })
  return {
    to,
    name: inviter.name,
    subject: words.subject({ email: inviter.address }),
    letter: {
      language: inviter.language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: text,
      greeting: words.subject({ email: inviter.address }),
      paragraphs: [text],
      footer: [words.why({ portal: portal.name })],
    },
  }
}
