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
import { answerLetterOf } from '#features/requests/server/letter.ts'
import { renderLetter } from '#platform/mail/letter.ts'
import type { Message } from '#platform/mail/mail.ts'
import type { Language } from '#ui/words/catalogue.ts'

/** A letter to look at. */
export interface ShownLetter {
  name: string
  subject: string
  html: string
  text: string
}

const names = { en: 'Kim Lee', ru: 'Тимур Касымов', pl: 'Świętosława Brzęczyszczykiewicz-Wiśniewska' }

/** The letters that need nothing of a portal but words, in one language, to a reader with a long name. */
export function plainLetters(language: Language): ShownLetter[] {
  const portal = { name: 'Orlanta', brandColour: '#2f6f5e', language } as const
  const url = new URL(`https://portal.orlanta.example/somewhere/${'x'.repeat(60)}`)
  const reader = { id: 'x', name: names[language], kind: 'external', language, dismissedAt: null } as const
  const person = { id: 'y', name: 'Anna Nowak', kind: 'external', company: 'Acme' } as const
  const groupName = 'Acme headquarters, Dublin: the whole of the fourth floor'
  const to = { reader, portal, url: url.href }
  const written: Record<string, Pick<Message, 'subject' | 'letter'> | null> = {
    code: codeLetterIn(language, { name: reader.name, portal, code: '123456' }),
    'own-reminder': ownReminderOf({ ...to, until: '2027-05-03', groupName, sponsor: person }),
    'sponsor-reminder': sponsorReminderOf({
      ...to,
      until: '2027-05-03',
      next: '2027-08-03',
      groupName,
      person,
      purpose: 'Floor plans',
    }),
    'away-reminder': awayReminderOf({ ...to, until: '2027-05-03', person }),
    sponsors: sponsorsLetterOf({ ...to, people: [person], count: 3 }),
    declined: declinedLetterTo(
      { name: reader.name, email: 'liam@orlanta.example', language, address: 'new@acme.example' },
      'Anna Nowak',
      portal,
    ),
  }
  for (const kind of ['link', 'reset'] as const)
    written[kind] = proofLetterIn(language, { kind, name: reader.name, portal, url })
  for (const kind of ['confirm', 'inUse', 'changed'] as const)
    written[`address-${kind}`] = addressLetterIn(language, {
      kind,
      name: reader.name,
      portal,
      email: 'somebody.with.a.long.name@a-company-with-a-long-name.example',
      ...(kind === 'confirm' ? { url } : {}),
    })
  for (const what of ['codesOn', 'codesOff', 'newCodes', 'passkeyAdded', 'passkeyRemoved', 'reset'] as const)
    written[`security-${what}`] = securityLetterIn(language, { what, name: 'Laptop', reader, portal, url })
  for (const what of ['made', 'ended'] as const)
    for (const whom of [null, 'Anna Nowak'])
      written[`administrator-${what}-${whom ? 'other' : 'own'}`] = administratorLetterIn({
        what,
        whom,
        by: 'Helena Orlova',
        reader,
        portal,
        url,
      })
  for (const refusal of toldRefusals)
    written[`refusal-${refusal}`] = refusalLetterOf(
      { refusal, messageId: null },
      { ...reader, by: { number: '+353850000000' } },
      portal,
      url,
    )
  written['request-approved'] = answerLetterOf({ reader, portal, groupName, closed: false, url: url.href })
  written['request-declined'] = answerLetterOf({ reader, portal, groupName, closed: true })
  return Object.entries(written).map(([name, letter]) => {
    if (!letter || 'html' in letter.letter) throw new Error(`The letter ${name} is missing.`)
    const { html, text } = renderLetter(letter.letter)
    return { name, subject: letter.subject, html, text }
  })
}
