import { sql } from 'drizzle-orm'
import { personWords, wordsIn } from '#access/searched.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** The words that are searched for. */
export const wordsOf = (text: string): string[] => text.split(/[\s-]+/).filter(Boolean)

/** Of more than these the first by name are near: then everybody is walked in that order. */
const mostCandidates = 10_000
const mostWords = 3
/** Shorter ones begin so many words that asking costs more than it saves. */
const leastLetters = 3

/**
 * The ids of all people, colleagues among them, of whom some word begins with each of the longest words of the text, by the indexes of words; null where
 * they are too many for that to help. Asked for those alone who see everybody: for others the time it takes would tell of people whom they do not
 * know. For the keeper.
 */
export async function candidatesOf(tx: Tx, text = ''): Promise<string[] | null> {
  const longest = wordsOf(text)
    .filter((word) => word.length >= leastLetters)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostWords)
  let few: string[] | null = null
  for (const word of longest) {
    const ids = await withWord(tx, word)
    if (ids) few = few ? few.filter((id) => ids.has(id)) : [...ids]
    if (few?.length === 0) break
  }
  return few
}

async function withWord(tx: Tx, word: string): Promise<Set<string> | null> {
  const begins = sql`lower(${`'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}':*`})::tsquery`
  const { rows } = await tx.execute<{ id: string }>(sql`
    select f.id from people f where ${personWords({ name: sql`f.name`, position: sql`f.position` })} @@ ${begins}
    union all
    select f.id from people f where f.company_id in (select c.id from companies c where ${wordsIn(sql`c.name`)} @@ ${begins})
    union all
    select r.person_id from reaches r where ${wordsIn(sql`r.email`)} @@ ${begins}
    limit ${mostCandidates + 1}`)
  return rows.length > mostCandidates ? null : new Set(rows.map(({ id }) => id))
}
