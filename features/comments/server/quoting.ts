import { sql } from 'drizzle-orm'
import { invalid, refused } from '#access/errors.ts'
import { within } from '#access/rules.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { comments } from './tables.ts'

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The words as they are kept: really said in that comment, which everybody reads who will read the answer. Null where nothing is quoted. */
export async function mustBeQuotable(
  tx: Tx,
  quoted: typeof comments.$inferSelect | null,
  audienceId: string,
  quote: string | undefined,
): Promise<string | null> {
  if (!quoted && quote === undefined) return null
  if (!quoted || quote === undefined) throw invalid('quote', 'Say which comment is quoted, and which words of it.')
  if (!plain(quoted.text).includes(plain(quote)))
    throw invalid('quote', 'These words do not stand in that comment. Quote it anew.')
  const inside = within(sql`${quoted.audienceId}::uuid`, sql`${audienceId}::uuid`)
  const { rows } = await tx.execute<{ inside: boolean }>(sql`select ${inside} as inside`)
  if (!rows[0]?.inside)
    throw refused(
      'QUOTED_BY_FEWER',
      'Fewer people read the words you quote than will read your answer. Answer those who read them, or take the quote out.',
    )
  return quote
}
