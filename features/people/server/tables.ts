import { sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'
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
