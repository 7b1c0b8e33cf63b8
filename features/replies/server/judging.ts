import type { Reader } from '#access/reaching.ts'
import { commentText } from '#features/comments/contract.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import { ownWords } from '#platform/mail/incoming/cut.ts'
import { isByMachine } from '#platform/mail/incoming/machine.ts'
import type { OpenedLetter } from '#platform/mail/incoming/parse.ts'
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
  const says = ownWords(letter.text)
  // Files are an answer without a word too.
  if (says === '' && letter.attachments.length === 0) return { refusal: 'empty', personId }
  return commentText.safeParse(says).success ? { refusal: null, personId, says } : { refusal: 'tooLong', personId }
}

const isTheir = ({ reader }: Where, written: string): boolean =>
  'address' in reader.by && parseAddress(written)?.normalised === reader.by.address.normalised
