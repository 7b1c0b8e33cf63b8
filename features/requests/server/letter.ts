import type { Written } from '#access/reaching.ts'
import type { Group } from '#features/groups/contract.ts'
import type { PortalFace } from '#features/portal/server/door.ts'
import { short } from '#platform/sms/short.ts'
import { say } from '#ui/words/catalogue.ts'
import type { Request } from '../contract.ts'
import { requestsWords } from '../words.ts'

interface Reader {
  name: string
  kind: 'employee' | 'external'
  language: 'en' | 'ru' | 'pl'
}

interface AboutRequest {
  request: Pick<Request, 'person' | 'invitedBy' | 'email'>
  group: Pick<Group, 'name'>
  reader: Reader
  portal: PortalFace
  url: string
}

/** The letter to those who decide: who asks, through whom, and the button to where it is answered. */
export function requestLetterOf({ request, group, reader, portal, url }: AboutRequest): Written {
  const { letter: words } = say(requestsWords, reader.language)
  const { person, invitedBy, email } = request
  const named = { who: person?.name ?? words.somebody, by: invitedBy?.name ?? words.somebody, group: group.name }
  const subject = words.subject(named)
  return {
    subject,
    message: `${subject}: ${url}`,
    letter: {
      ...frame(reader, portal),
      preheader: invitedBy ? words.invited(named) : words.asks(named),
      greeting: words.greeting({ name: reader.name }),
      paragraphs: [invitedBy ? words.invited(named) : words.asks(named)],
      ...(person
        ? {
            person: {
              name: person.name,
              detail: [person.company, email].filter(Boolean).join(' · '),
              external: person.kind === 'external',
            },
          }
        : {}),
      button: { label: words.decide, url, hint: words.link },
      footer: [words.whyDecide({ group: group.name })],
    },
  }
}

interface AboutAnswer {
  reader: Reader
  portal: PortalFace
  groupName: string
  /** The account was closed with the answer. */
  closed: boolean
  /** The way in; left out for a no. */
  url?: string
}

/** The letter, or message, with the answer, a yes with the way in or a polite no. */
export function answerLetterOf({ reader, portal, groupName, closed, url }: AboutAnswer): Written {
  const { letter: words, message } = say(requestsWords, reader.language)
  const named = { group: groupName, portal: portal.name }
  const brief = { group: short(groupName), portal: short(portal.name) }
  const subject = url ? words.approved(named) : words.declined(named)
  return {
    subject,
    message: url ? message.approved({ ...brief, url }) : message[closed ? 'closed' : 'declined'](brief),
    letter: {
      ...frame(reader, portal),
      preheader: subject,
      greeting: words.greeting({ name: reader.name }),
      paragraphs: url
        ? [words.approvedText(named)]
        : [words.declinedText(named), ...(closed ? [words.closed(named)] : [])],
      ...(url ? { button: { label: words.open, url, hint: words.link } } : {}),
      footer: [words.whyAnswer(named)],
    },
  }
}

const frame = ({ language }: Reader, portal: PortalFace) => ({
  language,
  brand: { name: portal.name, colour: portal.brandColour },
})
