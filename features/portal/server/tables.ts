import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { changed, iAmAdministrator, me, seen } from '#access/rules.ts'

/** The portal itself: one row, from the moment it is set up. Its name and colour stand on the sign-in page and in every letter. */
export const portal = pgTable(
  'portal',
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    brandColour: text('brand_colour').notNull().default('#2f6f5e'),
    language: text({ enum: ['en', 'ru', 'pl'] })
      .notNull()
      .default('en'),
    setUpAt: timestamp('set_up_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('there is one portal', sql`${t.id} = 1`),
    seen('seen by everyone signed in', sql`${me} is not null`),
    changed('changed by administrators', iAmAdministrator, [t.name, t.brandColour, t.language]),
  ],
)
