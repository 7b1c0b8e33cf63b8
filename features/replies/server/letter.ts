import type { Reader } from '#access/reaching.ts'
import type { PortalFace } from '#features/portal/server/door.ts'
import type { Message } from '#platform/mail/mail.ts'
import { say } from '#ui/words/catalogue.ts'
import { repliesWords } from '../words.ts'
import type { ToldRefusal } from './tables.ts'

/** What is written to somebody whose answer was not taken. Of what they answered nothing stands in it: they may not read it any more. */
export function refusalLetterOf(
  { refusal, messageId }: { refusal: ToldRefusal; messageId: string | null },
  { name, language }: Reader,
  portal: PortalFace,
  portalUrl: URL,
): Pick<Message, 'subject' | 'letter' | 'headers'> {
  const words = say(repliesWords, language)
  const known = messageId !== null && /^<[^<>\s]{1,300}>$/.test(messageId) ? messageId : null
  return {
    subject: words.letter.subject,
    ...(known ? { headers: { 'In-Reply-To': known, References: known } } : {}),
    letter: {
      language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: words.why[refusal],
      greeting: words.letter.greeting({ name }),
      paragraphs: [words.letter.notTaken, words.why[refusal], words.letter.instead],
      button: { label: words.letter.open, url: portalUrl.href, hint: words.letter.link },
      footer: [words.letter.because({ portal: portal.name })],
    },
  }
}
