import type { Reader } from '#access/reaching.ts'
import { commentText } from '#features/comments/contract.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import { ownWords } from '#platform/mail/incoming/cut.ts'
import { isByMachine } from '#platform/mail/incoming/machine.ts'
import type { OpenedLetter } from '#platform/mail/incoming/parse.ts'
import { say } from '#ui/words/catalogue.ts'
import { repliesWords } from '../words.ts'
import { oneLine } from './files.ts'
import type { Refusal, replyAddresses } from './tables.ts'

/** What becomes of a letter: why it is refused, or what it says. Whoever wrote it is named only where it is sure who that is. */
export interface Verdict {
  refusal: Refusal | null
  personId?: string
  says?: string
}

interface Where {
  address: typeof replyAddresses.$inferSelect
  reader: Reader
  /** Letters of theirs that became comments within the last hour. */
  lately: number
}

/** Comments by letter from one person in an hour. */
const mostInAnHour = 20

/** Whether a letter may become a comment as far as it says itself; the rules of the thread are asked afterwards. */
export function judged(letter: OpenedLetter, envelopeFrom: string | null, where: Where | null): Verdict {
  if (isByMachine(letter, envelopeFrom)) return { refusal: 'machine' }
  if (!where || where.reader.dismissedAt || !isTheir(where, where.address.email)) return { refusal: 'ended' }
  const [writer, ...others] = letter.from
  // The secret names the person; that they wrote it is believed only from their own address, in the letter and on its envelope.
  if (writer === undefined || others.length > 0 || !isTheir(where, writer)) return { refusal: 'sender' }
  if (envelopeFrom !== null && !isTheir(where, envelopeFrom)) return { refusal: 'sender' }
  const { personId } = where.address
  if (where.lately >= mostInAnHour) return { refusal: 'tooMany', personId }
  const words = ownWords(letter.text)
  if (words === '') return { refusal: 'empty', personId }
  const says = [words, aboutFiles(letter.attachments, where.reader)].filter(Boolean).join('\n\n')
  return commentText.safeParse(says).success ? { refusal: null, personId, says } : { refusal: 'tooLong', personId }
}

const isTheir = ({ reader }: Where, written: string): boolean =>
  'address' in reader.by && parseAddress(written)?.normalised === reader.by.address.normalised

const mostNamed = 10

/** What was sent along, by name; files of comments do not exist yet. */
function aboutFiles(files: OpenedLetter['attachments'], { language }: Reader): string {
  if (files.length === 0) return ''
  const words = say(repliesWords, language)
  const named = files.slice(0, mostNamed).map(({ name, size }) => `${oneLine(name, 80)} (${sizeOf(size, language)})`)
  const names = [...named, ...(files.length > mostNamed ? ['…'] : [])].join(', ')
  return words.files(files.length, { names })
}

const units = ['byte', 'kilobyte', 'megabyte'] as const

function sizeOf(bytes: number, language: string): string {
  const at = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const style = {
    style: 'unit',
    unit: units[at] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: at === 2 ? 1 : 0,
  }
  return new Intl.NumberFormat(language, style as Intl.NumberFormatOptions).format(bytes / 1000 ** at)
}
