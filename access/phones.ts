import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Tx } from '#platform/database/transaction.ts'
import { iAmEmployee, me, seen } from './rules.ts'
import { people } from './tables.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/**
 * The mobile number that somebody has shown to be theirs, and may sign in with; what they type into their profile proves nothing and
 * never gets here. Written by the keeper. Of people from outside it is seen where their address would be.
 */
export const phoneNumbers = pgTable(
  'phone_numbers',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** E.164. */
    number: text().notNull().unique(),
    provenAt: moment('proven_at').notNull().defaultNow(),
  },
  (t) => [
    seen(
      'seen by the person, and of people from outside by employees',
      sql`case when ${t.personId} = ${me} then true when ${iAmEmployee} then exists (select 1 from people p where p.id = ${t.personId} and p.kind = 'external') else false end`,
    ),
  ],
)

/** A code under way to a phone: for signing in, or for showing that a new number is one's own. One of each for each person. The keeper's alone. */
export const phoneCodes = pgTable(
  'phone_codes',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    purpose: text({ enum: ['signIn', 'number'] }).notNull(),
    number: text().notNull(),
    /** Under a key from the portal's secret: six digits alone would be found by trying them all. */
    hash: text().notNull(),
    /** How often it was guessed. */
    tries: integer().notNull().default(0),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.purpose] })],
).enableRLS()

// RFC 6761: nothing is ever delivered there, and no address of it is taken from anybody (platform/mail/addresses.ts).
const nowhere = '@phone.invalid'

/** What stands where better-auth wants an address, for somebody who has none. Shown to nobody, and no letter goes to it. */
export const standInFor = (id: string = randomUUID()): string => `${id}${nowhere}`

/** An address that letters can go to; the empty one for somebody who has only a number. */
export const realAddress = (email: string): string => (email.endsWith(nowhere) ? '' : email)

/** The id of the person whose proven number this is, dismissed or not; as the keeper, and never told to anybody. */
export async function personByNumber(tx: Tx, number: string): Promise<string | null> {
  const [known] = await tx.select().from(phoneNumbers).where(eq(phoneNumbers.number, number))
  return known?.personId ?? null
}
