import type { PortalFace } from '#features/portal/server/door.ts'
import type { Message } from '#platform/mail/mail.ts'
import { say, type Language } from '#ui/words/catalogue.ts'
import { accountWords } from '../../words.ts'

interface AddressLetter {
  /** To the new address; to somebody who has it already; to the address before. */
  kind: 'confirm' | 'inUse' | 'changed'
  name: string
  portal: PortalFace
  email: string
  url?: URL
}

/** A letter about changing one's address, in the reader's language. */
export function addressLetterIn(
  language: Language,
  { kind, name, portal, email, url }: AddressLetter,
): Pick<Message, 'subject' | 'letter'> {
  const words = say(accountWords, language).addressLetter
  const general = say(accountWords, language).letter
  const own = words[kind]
  return {
    subject: own.subject({ portal: portal.name }),
    letter: {
      language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: own.text({ portal: portal.name, email }),
      greeting: general.greeting({ name }),
      paragraphs: [own.text({ portal: portal.name, email })],
      ...(url ? { button: { label: words.act, url: url.href, hint: general.hint } } : {}),
      ...(url ? { afterButton: [words.until] } : {}),
      footer: [own.notYou({ portal: portal.name })],
    },
  }
}
