import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { added, changed, iAmAdministrator, me, seen } from '#access/rules.ts'

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

/**
 * How many people may be in the portal (ROLE-4): one row, from the first change on; before that nothing is limited. What it lets in is
 * worked out by `access.licence_allows`, so that whoever is refused learns that and no figure.
 */
export const licence = pgTable(
  'licence',
  {
    id: integer().primaryKey().default(1),
    /** Null is as many as come. */
    mostPeople: integer('most_people'),
    /** Whether people from outside are counted among them, or have a limit of their own, or none. */
    externals: text({ enum: ['free', 'counted', 'capped'] })
      .notNull()
      .default('free'),
    /** Only where they are capped. */
    mostExternals: integer('most_externals'),
  },
  (t) => [
    check('there is one licence', sql`${t.id} = 1`),
    check('a cap has a number', sql`${t.externals} <> 'capped' or ${t.mostExternals} is not null`),
    seen('seen by administrators', iAmAdministrator),
    added('written down by administrators', iAmAdministrator),
    changed('changed by administrators', iAmAdministrator, [t.mostPeople, t.externals, t.mostExternals]),
  ],
)
