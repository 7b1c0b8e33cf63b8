import { sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sessions } from '#access/sign-in-tables.ts'
import { people } from '#access/tables.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/**
 * Browsers that get notices while the portal is closed. Each hangs on the session in which it was turned on and ends with it, however that ends; one that
 * is turned on anew, by whomever, is theirs from then on and nobody else's. The keeper's alone: whoever knows its address and keys could write to it.
 */
export const pushSubscriptions = pgTable(
  'push_subscriptions',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id')
      .notNull()
      .unique()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    endpoint: text().notNull().unique(),
    p256dh: text().notNull(),
    auth: text().notNull(),
    /** The portal's public key that it was made with; with another one its service takes nothing. */
    madeWith: text('made_with').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [index().on(t.personId)],
).enableRLS()
