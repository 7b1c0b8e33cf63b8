import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { me, seen } from '#access/rules.ts'
import { people } from '#access/tables.ts'

/** Whose address took no letter when one was written last, and which address that was. Written by the keeper; a letter that is taken ends it. */
export const returnedLetters = pgTable(
  'returned_letters',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    address: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [seen('seen by whose address it is', sql`${t.personId} = ${me}`)],
)
