import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
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

/** Somebody of the sample company whom one can sign in as. */
export interface SamplePerson {
  name: string
  email: string
  role: 'administrator' | 'groupOwner' | 'employee' | 'external'
  /** Of people from outside. */
  company?: string | undefined
}

/** The sample company coming into the portal: one row, if it was asked for. */
export const sampling = pgTable(
  'sampling',
  {
    id: integer().primaryKey().default(1),
    state: text({ enum: ['waiting', 'filling', 'done', 'failed'] })
      .notNull()
      .default('waiting'),
    done: integer().notNull().default(0),
    of: integer().notNull().default(0),
    /** What its people sign in with. They are invented; a known one would be a way in from outside. */
    password: text(),
    people: jsonb().$type<SamplePerson[]>().notNull().default([]),
  },
  (t) => [check('there is one sample company', sql`${t.id} = 1`), seen('seen by administrators', iAmAdministrator)],
)
