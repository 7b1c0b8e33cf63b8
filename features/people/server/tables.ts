import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { added, changed, iAmAdministrator, iAmEmployee, removed, seen, staffOnly } from '#access/rules.ts'
import { people } from '#access/tables.ts'

/** The departments of the company, one under another. People from outside never learn that there are any (PPL-6). */
export const departments = pgTable(
  'departments',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    name: text().notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => departments.id),
    headId: uuid('head_id').references(() => people.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index().on(t.parentId),
    staffOnly(),
    seen('seen by employees', iAmEmployee),
    added('added by administrators', iAmAdministrator),
    changed('changed by administrators', iAmAdministrator, [t.name, t.parentId, t.headId]),
    removed('removed by administrators', iAmAdministrator),
  ],
)

/** Where an employee works and for whom. Apart from `people`, because externals see a person and never this (PPL-6). */
export const employments = pgTable(
  'employments',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    departmentId: uuid('department_id').references(() => departments.id),
    managerId: uuid('manager_id').references(() => people.id),
  },
  (t) => [
    index().on(t.departmentId),
    index().on(t.managerId),
    staffOnly(),
    seen('seen by employees', iAmEmployee),
    added('added by administrators', iAmAdministrator),
    changed('changed by administrators', iAmAdministrator, [t.departmentId, t.managerId]),
    removed('removed by administrators', iAmAdministrator),
  ],
)

const moment = (name: string) => timestamp(name, { withTimezone: true })
const somebody = (name: string) => uuid(name).references(() => people.id)

/** When somebody became employee or external, was dismissed or hired again: by whom and why. For administrators; written by the keeper. */
export const moves = pgTable(
  'moves',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    personId: somebody('person_id').notNull(),
    from: text({ enum: ['employee', 'external', 'dismissed'] }).notNull(),
    to: text({ enum: ['employee', 'external', 'dismissed'] }).notNull(),
    movedBy: somebody('moved_by').notNull(),
    heirId: somebody('heir_id'),
    reason: text().notNull().default(''),
    at: moment('at').notNull().defaultNow(),
    undoneAt: moment('undone_at'),
    undoneBy: somebody('undone_by'),
  },
  (t) => [index().on(t.personId, t.id.desc()), staffOnly(), seen('seen by administrators', iAmAdministrator)],
)

/** What a move took, a row each, for undoing it. The keeper's alone: it names groups and tasks that no administrator need know. */
export const moved = pgTable(
  'moved',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    moveId: uuid('move_id')
      .notNull()
      .references(() => moves.id, { onDelete: 'cascade' }),
    /** The feature that took it. */
    room: text().notNull(),
    kept: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index().on(t.moveId)],
).enableRLS()
