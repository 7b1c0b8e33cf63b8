import type { Written } from '#access/reaching.ts'
import type { PortalFace } from '#features/portal/server/door.ts'
import type { Message } from '#platform/mail/mail.ts'
import { short } from '#platform/sms/short.ts'
import { say, type Language } from '#ui/words/catalogue.ts'
import { accountWords } from '../words.ts'

/** A link that signs in, or one for choosing a new password. */
export type ProofKind = 'link' | 'reset'

/** The letter with a link, in the reader's language. */
export function proofLetterIn(
  language: Language,
  { kind, name, portal, url }: { kind: ProofKind; name: string; portal: PortalFace; url: URL },
): Pick<Message, 'subject' | 'letter'> {
  const words = say(accountWords, language).letter
  const own = words[kind]
  return {
    subject: own.subject({ portal: portal.name }),
    letter: {
      language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: own.until,
      greeting: words.greeting({ name }),
      paragraphs: [own.text({ portal: portal.name })],
      button: { label: own.button, url: url.href, hint: words.hint },
      afterButton: [own.until],
      footer: [own.notYou],
    },
  }
}

/** The letter with a code that is typed where one was asked for it, in the reader's language. */
export function codeLetterIn(
  language: Language,
  { name, portal, code }: { name: string; portal: PortalFace; code: string },
): Pick<Message, 'subject' | 'letter'> {
  const words = say(accountWords, language).letter
  const own = words.code
  return {
    subject: own.subject({ portal: portal.name }),
    letter: {
      language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: own.until,
      greeting: words.greeting({ name }),
      paragraphs: [own.text({ code }), own.until],
      footer: [own.notYou],
    },
  }
}

/** What changed in how somebody signs in. */
export interface SecurityChange {
  what: 'codesOn' | 'codesOff' | 'newCodes' | 'passkeyAdded' | 'passkeyRemoved' | 'reset'
  /** What the passkey is called. */
  name?: string
}

/** The letter, or message, that says so, in the reader's language. */
export function securityLetterIn(
  language: Language,
  { what, name = '', reader, portal, url }: SecurityChange & { reader: { name: string }; portal: PortalFace; url: URL },
): Written {
  const { letter: general, securityLetter: words } = say(accountWords, language)
  const about = { portal: portal.name, name }
  return {
    subject: words.subject[what](about),
    message: `${words.subject[what]({ ...about, portal: short(portal.name) })}: ${url.href}`,
    letter: {
      language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: words[what](about),
      greeting: general.greeting({ name: reader.name }),
      paragraphs: [words[what](about)],
      button: { label: words.look, url: url.href, hint: general.hint },
      footer: [words.notYou(about)],
    },
  }
}
