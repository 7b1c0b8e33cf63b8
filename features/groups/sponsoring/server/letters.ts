import type { Written } from '#access/reaching.ts'
import type { PortalFace } from '#features/portal/server/door.ts'
import type { Person } from '#platform/contract.ts'
import { short } from '#platform/sms/short.ts'
import { say } from '#ui/words/catalogue.ts'
import { sponsoringWords } from '../words.ts'

interface To {
  reader: { name: string; language: 'en' | 'ru' | 'pl' }
  portal: PortalFace
  url: string
}

// English as the world reads it: 2 December, not December 2.
const locales = { en: 'en-GB', ru: 'ru', pl: 'pl' }

const dated = (day: string, language: To['reader']['language']): string =>
  new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day))

/** To somebody from outside: until when they are in the group, and whom to ask; the portal's name where they may know nobody. */
export function ownReminderOf({
  reader,
  portal,
  url,
  until,
  groupName: group,
  sponsor,
}: To & { until: string; groupName: string; sponsor: Person | undefined }): Written {
  const { letter: words } = say(sponsoringWords, reader.language)
  const date = dated(until, reader.language)
  const subject = words.own.subject({ group, date })
  return {
    subject,
    message: words.own.message({ group: short(group), portal: short(portal.name), date, url }),
    letter: {
      ...frame(reader, portal),
      preheader: subject,
      greeting: words.greeting({ name: reader.name }),
      paragraphs: [words.own.text({ group, date }), words.own.ask({ who: sponsor?.name ?? portal.name })],
      button: { label: words.own.open, url, hint: words.link },
      footer: [words.own.why({ portal: portal.name })],
    },
  }
}

/** To whoever answers for them: who, where, until when, and one click that lets them stay. */
export function sponsorReminderOf({
  reader,
  portal,
  url,
  until,
  next,
  groupName: group,
  person,
  purpose,
}: To & { until: string; next: string; groupName: string; person: Person; purpose: string }): Written {
  const { letter: words } = say(sponsoringWords, reader.language)
  const date = dated(until, reader.language)
  const named = { name: person.name, group, date }
  const subject = words.sponsor.subject(named)
  return {
    subject,
    message: `${subject}: ${url}`,
    letter: {
      ...frame(reader, portal),
      preheader: words.sponsor.text(named),
      greeting: words.greeting({ name: reader.name }),
      paragraphs: [words.sponsor.text(named), ...(purpose ? [words.sponsor.purpose({ purpose })] : [])],
      person: { name: person.name, detail: person.company ?? '', external: true },
      button: { label: words.sponsor.renew({ date: dated(next, reader.language) }), url, hint: words.link },
      afterButton: [words.sponsor.otherwise],
      footer: [words.sponsor.why({ group })],
    },
  }
}

/** To whoever answers for them and is not in the group: who, and until when; nothing of the group. */
export function awayReminderOf({
  reader,
  portal,
  url,
  until,
  person,
}: To & { until: string; person: Person | undefined }): Written {
  const { letter: words } = say(sponsoringWords, reader.language)
  const named = { name: person?.name ?? words.away.somebody, date: dated(until, reader.language) }
  const subject = words.away.subject(named)
  return {
    subject,
    message: `${subject}: ${url}`,
    letter: {
      ...frame(reader, portal),
      preheader: words.away.text(named),
      greeting: words.greeting({ name: reader.name }),
      paragraphs: [words.away.text(named), words.away.who],
      ...(person ? { person: { name: person.name, detail: person.company ?? '', external: true } } : {}),
      button: { label: words.away.look, url, hint: words.link },
      footer: [words.away.why({ portal: portal.name })],
    },
  }
}

/** To somebody who answers for people from outside from now on. Those whom they do not meet are a number. */
export function sponsorsLetterOf({
  reader,
  portal,
  url,
  people,
  count,
}: To & { people: Person[]; count: number }): Written {
  const { letter: words } = say(sponsoringWords, reader.language)
  const unseen = count - people.length
  const subject = words.heir.subject(count)
  return {
    subject,
    message: `${subject}: ${url}`,
    letter: {
      ...frame(reader, portal),
      preheader: words.heir.text,
      greeting: words.greeting({ name: reader.name }),
      paragraphs: [
        words.heir.text,
        ...people.map(({ name, company }) => [name, company].filter(Boolean).join(' · ')),
        ...(unseen > 0 ? [words.heir.unseen(unseen)] : []),
      ],
      button: { label: words.heir.open, url, hint: words.link },
      footer: [words.heir.why({ portal: portal.name })],
    },
  }
}

const frame = ({ language }: To['reader'], portal: PortalFace) => ({
  language,
  brand: { name: portal.name, colour: portal.brandColour },
})
