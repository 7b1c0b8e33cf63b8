import type { Reader } from '#access/reaching.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Address } from '#platform/mail/addresses.ts'
import type { Message } from '#platform/mail/mail.ts'
import type { Platform } from '#platform/platform.ts'
import { say } from '#ui/words/catalogue.ts'
import type { NoticeRow } from '../../server/looking.ts'
import { lettersWords } from '../words.ts'
import { answersTo } from './answers.ts'
import { nameOf, type LetterToSend } from './asked.ts'
import type { Draft } from './letter.ts'
import { muteLinkFor } from './mute-links.ts'

interface Finishing {
  reader: Reader
  to: Address
  asked: LetterToSend
  draft: Draft
  rows: NoticeRow[]
}

/**
 * A draft as it leaves: with the address for answers, the link that mutes, and what mail programs need to keep a thread together and to offer a way out
 * (RFC 2919, 5322, 8058). Names in headers stand for ids and say nothing of them; each reader has their own.
 */
export async function finished(
  tx: Tx,
  platform: Platform,
  { reader, to, asked, draft, rows }: Finishing,
): Promise<Message> {
  const { standIn, settings } = platform
  const { answer, spaceId } = draft
  const words = say(lettersWords, reader.language)
  const mute = await muteLinkFor(tx, platform, reader.id, draft.muting)
  const replyTo = answer && (await answersTo(tx, platform, { ...answer, personId: reader.id }))
  const domain = settings.mailFrom.address.slice(settings.mailFrom.address.lastIndexOf('@') + 1)
  const about = nameOf(asked)
  const thread = `<${standIn('thread', reader.id, about)}@${domain}>`
  return {
    to,
    name: reader.name,
    subject: draft.subject,
    ...(replyTo ? { replyTo } : {}),
    // The same when it is sent again because a process was killed: then mail programs know it.
    messageId: `<${standIn('letter', reader.id, rows.at(-1)?.id ?? '')}@${domain}>`,
    headers: {
      ...(spaceId === null ? {} : { 'In-Reply-To': thread, References: thread }),
      'List-Id': `<${standIn('list', reader.id, spaceId ?? about)}.${domain}>`,
      'List-Unsubscribe': `<${mute.href}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      Precedence: 'list',
      'X-Auto-Response-Suppress': 'All',
    },
    letter: {
      ...draft.letter,
      ...(replyTo && answer ? { afterButton: [answer.says] } : {}),
      links: [
        { label: draft.mutes, url: mute.href },
        { label: words.settings, url: new URL('/settings/notices', settings.url).href },
      ],
    },
  }
}
