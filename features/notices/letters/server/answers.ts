import type { Tx } from '#platform/database/transaction.ts'
import type { Address } from '#platform/mail/addresses.ts'
import type { Platform } from '#platform/platform.ts'

type Answers = (
  tx: Tx,
  platform: Platform,
  about: { threadId: string; personId: string; audienceId?: string | undefined },
) => Promise<Address | null>

const slot: { answers: Answers } = { answers: () => Promise.resolve(null) }

/** Filled by `app` with where an answer to a letter goes: that room comes after this one. */
export function fillReplies(answers: Answers): void {
  slot.answers = answers
}

/** Where an answer to a letter goes; null where nobody answers by letter. For the keeper. */
export const answersTo: Answers = (tx, platform, about) => slot.answers(tx, platform, about)
