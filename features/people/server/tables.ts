import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { added, changed, iAmAdministrator, iAmEmployee, me, removed, seen, staffOnly } from '#access/rules.ts'
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

/**
 * Who answers for somebody from outside, for what they are here, since when (INV-11). Read by colleagues who see the person; by the person
 * only where they may know their sponsor. Nobody writes here but the keeper.
 */
export const sponsorships = pgTable(
  'sponsorships',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Works here; null where there is nobody. */
    sponsorId: uuid('sponsor_id').references(() => people.id),
    purpose: text().notNull().default(''),
    since: moment('since').notNull().defaultNow(),
  },
  (t) => [
    index().on(t.sponsorId),
    seen(
      'seen by colleagues, and by the person who may know the sponsor',
      sql`case when ${iAmEmployee} then exists (select 1 from people p where p.id = ${t.personId}) else ${t.personId} = ${me} and exists (select 1 from people p where p.id = ${t.sponsorId}) end`,
    ),
  ],
)

const withoutCompany = (personId: AnyPgColumn) =>
  sql`${personId} = ${me} and exists (select 1 from people p where p.id = ${personId} and p.kind = 'external' and p.company_id is null)`

/**
 * Which company somebody from outside says they belong to, until an administrator assigns one (PPL-4). A word about oneself that opens nothing:
 * no rule of anything else asks this table, and nobody else reads it.
 */
export const saidCompanies = pgTable(
  'said_companies',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    saidAt: moment('said_at').notNull().defaultNow(),
  },
  (t) => [
    seen(
      'seen by the person and by administrators',
      sql`case when ${t.personId} = ${me} then true else ${iAmAdministrator} end`,
    ),
    added('said by whoever is from outside and has none', withoutCompany(t.personId)),
    changed('changed by the person', withoutCompany(t.personId), [t.name, t.saidAt]),
    removed('taken back by the person', sql`${t.personId} = ${me}`),
  ],
)

const somebody = (name: string) => uuid(name).references(() => people.id)

/** What somebody is to the portal: one of the two sides, an administrator, gone, or gone without an address. */
const standings = ['employee', 'external', 'administrator', 'dismissed', 'freed'] as const

/** When somebody became what, or handed over what they had: by whom and why. For administrators; written by the keeper. */
export const moves = pgTable(
  'moves',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    personId: somebody('person_id').notNull(),
    from: text({ enum: standings }).notNull(),
    to: text({ enum: standings }).notNull(),
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

/** Fields that this portal's profiles have beside the usual ones (PPL-4). People from outside know those that they are asked for or shown. */
export const profileFields = pgTable(
  'profile_fields',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    nameEn: text('name_en').notNull().default(''),
    nameRu: text('name_ru').notNull().default(''),
    namePl: text('name_pl').notNull().default(''),
    kind: text({ enum: ['text', 'date', 'choice', 'link'] }).notNull(),
    choices: text().array().notNull().default([]),
    askedOf: text('asked_of', { enum: ['everyone', 'employees', 'externals'] })
      .notNull()
      .default('everyone'),
    shownToExternalsAt: moment('shown_to_externals_at'),
  },
  (t) => [
    seen(
      'seen by employees, and by externals who are asked or shown',
      sql`case when ${iAmEmployee} then true else ${t.askedOf} <> 'employees' or ${t.shownToExternalsAt} is not null end`,
    ),
    added('added by administrators', iAmAdministrator),
    changed('changed by administrators', iAmAdministrator, [
      t.nameEn,
      t.nameRu,
      t.namePl,
      t.choices,
      t.askedOf,
      t.shownToExternalsAt,
    ]),
    removed('removed by administrators', iAmAdministrator),
  ],
)

const itsPerson = (personId: AnyPgColumn) => sql`exists (select 1 from people p where p.id = ${personId})`

/** What somebody wrote into such a field. Other externals see it only where the field is shown to them, whoever wrote it. */
export const profileValues = pgTable(
  'profile_values',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    fieldId: uuid('field_id')
      .notNull()
      .references(() => profileFields.id, { onDelete: 'cascade' }),
    value: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.fieldId] }),
    index().on(t.fieldId),
    seen(
      'seen by the person, employees, and externals if it is shown',
      sql`case when ${t.personId} = ${me} then true when ${iAmEmployee} then ${itsPerson(t.personId)} else ${itsPerson(t.personId)} and exists (select 1 from profile_fields f where f.id = ${t.fieldId} and f.shown_to_externals_at is not null) end`,
    ),
    added(
      'written by whoever is asked',
      sql`${t.personId} = ${me} and exists (select 1 from profile_fields f where f.id = ${t.fieldId} and f.asked_of in ('everyone', case when ${iAmEmployee} then 'employees' else 'externals' end))`,
    ),
    changed('changed by the person', sql`${t.personId} = ${me}`, [t.value]),
    removed('taken away by the person', sql`${t.personId} = ${me}`),
  ],
)

/**
 * Who has the portal open, until when that is known. Of others it is told only where each of the two sees the other: an administrator who
 * is in none of somebody's groups is not seen by them, and so does not watch when they come and go either.
 */
export const presences = pgTable(
  'presences',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    until: moment('until').notNull(),
  },
  (t) => [
    seen(
      'seen among those who see each other',
      sql`case when ${t.personId} = ${me} then true when ${iAmEmployee} and exists (select 1 from people p where p.id = ${t.personId} and p.kind = 'employee') then true when ${t.personId} = any ((select access.present_who_see_me())::uuid[]) then exists (select 1 from people p where p.id = ${t.personId}) else false end`,
    ),
  ],
)
