import { sql } from 'drizzle-orm'
import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { rules, staffOnly } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import type { Failure } from '../acts/contract.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** What somebody does to many people from outside, and how far it is. Stands among their own things; written by the keeper. */
export const externalActs = pgTable(
  'external_acts',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => people.id),
    kind: text({ enum: ['extend', 'remove', 'dismiss', 'sponsor'] }).notNull(),
    until: date(),
    groupId: uuid('group_id'),
    sponsorId: uuid('sponsor_id').references(() => people.id),
    askedAt: moment('asked_at').notNull().defaultNow(),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    failures: jsonb().$type<Failure[]>().notNull().default([]),
    finishedAt: moment('finished_at'),
  },
  (t) => [...shelved(t), staffOnly(), ...rules(t, { see: 'view' })],
)

/** Those with whom it is still to be done. The keeper's alone. */
export const externalActItems = pgTable(
  'external_act_items',
  {
    actId: uuid('act_id')
      .notNull()
      .references(() => externalActs.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.actId, t.personId] })],
).enableRLS()
