import { and, eq } from 'drizzle-orm'
import { index, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Tx } from '#platform/database/transaction.ts'
import { people, spaces } from './tables.ts'

/**
 * Whose seats in a space count no more, since when: their time there has run out (INV-11). Everything they hold stays where it is, so that
 * taking the lapse away gives back exactly what was. Written by the keeper, read by the functions that say where somebody sits.
 */
export const lapses = pgTable(
  'lapses',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    spaceId: uuid('space_id')
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.spaceId] }), index().on(t.spaceId)],
).enableRLS()

/** From now on what somebody holds in a space counts no more. As the keeper. */
export async function lapse(tx: Tx, personId: string, spaceId: string): Promise<void> {
  await tx.insert(lapses).values({ personId, spaceId }).onConflictDoNothing()
}

/** It counts again, as it was. As the keeper. */
export async function takeLapseBack(tx: Tx, personId: string, spaceId: string): Promise<void> {
  await tx.delete(lapses).where(and(eq(lapses.personId, personId), eq(lapses.spaceId, spaceId)))
}
