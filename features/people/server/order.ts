import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { invalid } from '#access/errors.ts'
import { people } from '#access/tables.ts'
import { wordsOf } from './candidates.ts'

const place = z.tuple([z.string(), z.uuid()])

/** The cursor of a list by name: name and id of its last person, so that people who come and go move nobody. */
export const cursorAt = (last: { id: string; name: string }): string =>
  Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url')

/** Those after the cursor, in the order of the list. */
export function afterCursor(
  cursor: string | undefined,
  table: { id: PgColumn; name: PgColumn } = people,
): SQL | undefined {
  if (cursor === undefined) return undefined
  const [name, id] = readCursor(cursor)
  return sql`(${table.name}, ${table.id}) > (${name}, ${id}::uuid)`
}

function readCursor(cursor: string): z.infer<typeof place> {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw invalid('after', 'Give what the page before answered as next.')
  }
}

/** Those in whose name, position or company (or in `more`) some word begins with each word of the text. */
export function matching(text: string | undefined, more: SQL = sql`''`): SQL | undefined {
  const words = wordsOf(text ?? '')
  if (words.length === 0) return undefined
  const about = sql`translate(concat_ws(' ', '', ${people.name}, ${people.position}, ${people.company}, ${more}), '-', ' ')`
  const each = words.map((word) => sql`${about} ilike ${`% ${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  return sql.join(each, sql` and `)
}
