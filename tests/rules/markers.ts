import { sql } from 'drizzle-orm'
import type { PersonKey } from '#app/sample/cast.ts'
import type { TestPortal } from '../portal.ts'
import { seenIds, withIds } from './seen.ts'

/** What tells of somebody: the ids of all rows that they read, and every name, address and sentence in them. */
export async function marksSeenBy(portal: TestPortal, key: PersonKey): Promise<Set<string>> {
  const marks = new Set<string>()
  for (const named of withIds) for (const id of await seenIds(portal, portal.person(key), named)) marks.add(id)
  const { rows } = await portal.under(key, (tx) =>
    tx.execute<{ text: string }>(sql`
      select name as text from people union all select name from companies union all select email from reaches
      union all select title from tasks union all select text from posts union all select text from comments`),
  )
  for (const { text } of rows) {
    const [sentence = ''] = text.trim().split(/(?<=[.!?])\s|\n/)
    if (sentence.length > 3) marks.add(sentence)
  }
  return marks
}

/** Those of their marks that somebody else must not meet: no part of anything that the other reads. */
export function marksOnlyOf(theirs: Set<string>, others: Set<string>): string[] {
  const whole = [...others].join('\n')
  return [...theirs].filter((mark) => !whole.includes(mark))
}
