import { codeLetterIn, proofLetterIn, securityLetterIn } from '#features/account/server/letters.ts'
import { addressLetterIn } from '#features/account/email/server/letters.ts'
import {
  awayReminderOf,
  ownReminderOf,
  sponsorReminderOf,
  sponsorsLetterOf,
} from '#features/groups/sponsoring/server/letters.ts'
import { declinedLetterTo } from '#features/invitations/server/letter.ts'
import { administratorLetterIn } from '#features/people/moving/server/letters.ts'
import { refusalLetterOf } from '#features/replies/server/letter.ts'
import { toldRefusals } from '#features/replies/server/tables.ts'
import { answerLetterOf, requestLetterOf } from '#features/requests/server/letter.ts'
import { renderLetter } from '#platform/mail/letter.ts'
import type { Message } from '#platform/mail/mail.ts'
import type { Language } from '#ui/words/catalogue.ts'

/** A letter to look at. */
export interface ShownLetter {
  name: string
  /** The function that writes it. */
  by: string
  subject: string
  html: string
  text: string
}

/** Every word by which a function is told which letter to write: where one is missing this does not compile. */
const each = <Word extends string>(words: Record<Word, true>): Word[] => Object.keys(words) as Word[]

const proofs = each<Parameters<typeof proofLetterIn>[1]['kind']>({ link: true, reset: true })
const addressKinds = each<Parameters<typeof addressLetterIn>[1]['kind']>({ confirm: true, inUse: true, changed: true })
const securityChanges = each<Parameters<typeof securityLetterIn>[1]['what']>({
  codesOn: true,
  codesOff: true,
  newCodes: true,
  passkeyAdded: true,
  passkeyRemoved: true,
  reset: true,
})
const rights = each<Parameters<typeof administratorLetterIn>[0]['what']>({ made: true, ended: true })

type Written = Pick<Message, 'subject' | 'letter'> | null
const names = { en: 'Kim Lee', ru: 'Тимур Касымов', pl: 'Świętosława Brzęczyszczykiewicz-Wiśniewska' }

/** The letters that need nothing of a portal but words, in one language, to a reader with a long name. By the function that writes each. */
function plain(language: Language): Record<string, Record<string, Written>> {
  const portal = { name: 'Orlanta', brandColour: '#2f6f5e', language } as const
  const url = new URL(`https://portal.orlanta.example/somewhere/${'x'.repeat(60)}`)
  const reader = { id: 'x', name: names[language], kind: 'external', language, dismissedAt: null } as const
  const person = { id: 'y', name: 'Anna Nowak', kind: 'external', company: 'Acme' } as const
  const other = { id: 'z', name: 'Jan Zieliński', kind: 'external', company: 'Beta Logistics' } as const
  const groupName = 'Acme headquarters, Dublin: the whole of the fourth floor'
  const to = { reader, portal, url: url.href }
  const inviter = { name: reader.name, email: 'liam@orlanta.example', language, address: 'new@acme.example' }
  const email = 'somebody.with.a.long.name@a-company-with-a-long-name.example'
  const dates = { until: '2027-05-03', next: '2027-08-03' }
  return {
    codeLetterIn: { code: codeLetterIn(language, { name: reader.name, portal, code: '123456' }) },
    proofLetterIn: named(proofs, (kind) => proofLetterIn(language, { kind, name: reader.name, portal, url })),
    securityLetterIn: named(securityChanges, (what) =>
      securityLetterIn(language, { what, name: 'Laptop', reader, portal, url }),
    ),
    addressLetterIn: named(addressKinds, (kind) =>
      addressLetterIn(language, { kind, name: reader.name, portal, email, ...(kind === 'confirm' ? { url } : {}) }),
    ),
    administratorLetterIn: named(
      ['own', 'other'].flatMap((whom) => rights.map((what) => `${what} ${whom}` as const)),
      (kind) =>
        administratorLetterIn({
          what: kind.startsWith('made') ? 'made' : 'ended',
          whom: kind.endsWith('other') ? 'Anna Nowak' : null,
          by: 'Helena Orlova',
          reader,
          portal,
          url,
        }),
    ),
    ownReminderOf: {
      'with a sponsor': ownReminderOf({ ...to, until: dates.until, groupName, sponsor: person }),
      'of nobody named': ownReminderOf({ ...to, until: dates.until, groupName, sponsor: undefined }),
    },
    sponsorReminderOf: { '': sponsorReminderOf({ ...to, ...dates, groupName, person, purpose: 'Floor plans' }) },
    awayReminderOf: {
      known: awayReminderOf({ ...to, until: dates.until, person }),
      unknown: awayReminderOf({ ...to, until: dates.until, person: undefined }),
    },
    sponsorsLetterOf: {
      all: sponsorsLetterOf({ ...to, people: [person, other], count: 2 }),
      one: sponsorsLetterOf({ ...to, people: [person], count: 1 }),
      'some unseen': sponsorsLetterOf({ ...to, people: [person], count: 6 }),
    },
    declinedLetterTo: {
      by: declinedLetterTo(inviter, 'Anna Nowak', portal),
      'by nobody named': declinedLetterTo(inviter, null, portal),
    },
    refusalLetterOf: named(toldRefusals, (refusal) =>
      refusalLetterOf({ refusal, messageId: null }, { ...reader, by: { number: '+353850000000' } }, portal, url),
    ),
    requestLetterOf: {
      invited: requestLetterOf({ ...to, request: { person, invitedBy: other, email }, group: { name: groupName } }),
      'of nobody named': requestLetterOf({
        ...to,
        request: { person: null, invitedBy: null, email: null },
        group: { name: groupName },
      }),
    },
    answerLetterOf: {
      yes: answerLetterOf({ reader, portal, groupName, closed: false, url: url.href }),
      no: answerLetterOf({ reader, portal, groupName, closed: false }),
      'no, and closed': answerLetterOf({ reader, portal, groupName, closed: true }),
    },
  }
}

const named = <Word extends string>(words: readonly Word[], write: (word: Word) => Written): Record<string, Written> =>
  Object.fromEntries(words.map((word) => [word, write(word)]))

/** The letters that need nothing of a portal but words, as they are drawn. */
export const plainLetters = (language: Language): ShownLetter[] =>
  Object.entries(plain(language)).flatMap(([by, kinds]) =>
    Object.entries(kinds).map(([kind, letter]) => {
      const name = [by, kind].filter(Boolean).join(': ')
      if (!letter || 'html' in letter.letter) throw new Error(`The letter ${name} is missing.`)
      const { html, text } = renderLetter(letter.letter)
      return { name, by, subject: letter.subject, html, text }
    }),
  )
