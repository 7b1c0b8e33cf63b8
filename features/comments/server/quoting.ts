import { sql } from 'drizzle-orm'
import { invalid, refused } from '#access/errors.ts'
import { within } from '#access/rules.ts'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { mentionedIn, partsOfKept } from './mentions.ts'
import type { comments } from './tables.ts'

type Quoted = typeof comments.$inferSelect

/** The words as they are kept: really said in that comment, which everybody reads who will read the answer. Null where nothing is quoted. */
export async function mustBeQuotable(
  tx: Tx,
  quoted: Quoted | null,
  audienceId: string,
  quote: string | undefined,
): Promise<string | null> {
  if (!quoted && quote === undefined) return null
  if (!quoted || quote === undefined) throw invalid('quote', 'Say which comment is quoted, and which words of it.')
  const words = await wordsOf(tx, quoted, quote)
  if (words === null) throw invalid('quote', 'These words do not stand in that comment. Quote it anew.')
  const inside = within(sql`${quoted.audienceId}::uuid`, sql`${audienceId}::uuid`)
  const { rows } = await tx.execute<{ inside: boolean }>(sql`select ${inside} as inside`)
  if (!rows[0]?.inside)
    throw refused(
      'QUOTED_BY_FEWER',
      'Fewer people read the words you quote than will read your answer. Answer those who read them, or take the quote out.',
    )
  return words
}

const plain = (text: string): string => text.replace(/\s+/g, ' ')

/**
 * The words as they stand in the comment for whoever quotes them; null when they do not. Whoever is mentioned in them is named no more: who may
 * know whom is another question for each reader of the answer.
 */
async function wordsOf(tx: Tx, { text, spaceId }: Quoted, quote: string): Promise<string | null> {
  const room = await roomIn(tx, spaceId)
  const named = await namesIn(tx, [room], mentionedIn(text))
  let whole = ''
  const names: { from: number; to: number }[] = []
  for (const { text: words, personId } of partsOfKept(text)) {
    const person = personId === null ? null : named(personId, room)
    const from = whole.length
    whole = plain(whole + (person ? `@${person.name}` : words))
    if (person) names.push({ from, to: whole.length })
  }
  const wanted = plain(quote).trim()
  const at = whole.indexOf(wanted)
  if (at < 0) return null
  const end = at + wanted.length
  const touched = names.filter(({ from, to }) => from < end && to > at)
  if (touched.length === 0) return quote
  let kept = ''
  let next = at
  for (const { from, to } of touched) {
    kept += `${whole.slice(next, Math.max(next, from))}@…`
    next = to
  }
  return kept + whole.slice(next, Math.max(next, end))
}
