import type { Written } from '#access/reaching.ts'
import type { PortalFace } from '#features/portal/server/door.ts'
import { short } from '#platform/sms/short.ts'
import { say, type Language } from '#ui/words/catalogue.ts'
import { movingWords } from '../words.ts'

interface AdministratorLetter {
  what: 'made' | 'ended'
  /** Who it is about; null where it is the reader. */
  whom: string | null
  by: string
  reader: { name: string; language: Language }
  portal: PortalFace
  url: URL
}

/** The letter, or message, that somebody, or the reader, is an administrator or is one no more, in the reader's language. */
export function administratorLetterIn({ what, whom, by, reader, portal, url }: AdministratorLetter): Written {
  const { letter: words } = say(movingWords, reader.language).rights
  const about = { portal: portal.name, by, name: whom ?? '' }
  const text = whom === null ? words[what].own(about) : words[what].other(about)
  return {
    subject: words[what].subject(about),
    message: `${words[what].subject({ portal: short(portal.name) })}: ${url.href}`,
    letter: {
      language: reader.language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: text,
      greeting: words.greeting({ name: reader.name }),
      paragraphs: [text],
      button: { label: words.look, url: url.href, hint: words.hint },
      footer: [words.notYou],
    },
  }
}
