import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { added, changed, iAmAdministrator, iAmEmployee, managing, me, removed, seated, seen } from './rules.ts'
import { comparableName, personWords, wordsIn } from './searched.ts'

const id = () =>
  uuid()
    .primaryKey()
    .default(sql`uuidv7()`)
const moment = (name: string) => timestamp(name, { withTimezone: true })

/** The companies that somebody from outside knows people of, looked up once per statement; null where those are too many. */
const myCompanies = sql`(select access.my_companies())`

/** The counterparty companies that externals belong to. One that was merged into another stays as a name that leads there. */
export const companies = pgTable(
  'companies',
  {
    id: id(),
    name: text().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    mergedInto: uuid('merged_into').references((): AnyPgColumn => companies.id),
  },
  (t) => [
    uniqueIndex('one company of a name').on(comparableName(t.name)),
    index().on(t.mergedInto),
    unique('a company by its name').on(t.id, t.name),
    seen(
      'seen by employees, and with its people',
      sql`case when ${iAmEmployee} then true else coalesce(${t.id} = any (${myCompanies}::uuid[]), exists (select 1 from people p where p.company_id = ${t.id})) end`,
    ),
    added('added by administrators', iAmAdministrator),
    changed('renamed by administrators', iAmAdministrator, [t.name]),
  ],
)

/** Everyone with a name here: employees and externals, present and dismissed. */
export const people = pgTable(
  'people',
  {
    id: id(),
    kind: text({ enum: ['employee', 'external'] }).notNull(),
    name: text().notNull(),
    companyId: uuid('company_id'),
    /** What their company is called: whoever sees them sees that. A trigger writes it, and it is renamed with the company. */
    company: text(),
    position: text().notNull().default(''),
    about: text().notNull().default(''),
    interests: text().notNull().default(''),
    photo: text(),
    language: text({ enum: ['en', 'ru', 'pl'] })
      .notNull()
      .default('en'),
    timeZone: text('time_zone').notNull().default('UTC'),
    createdAt: moment('created_at').notNull().defaultNow(),
    dismissedAt: moment('dismissed_at'),
  },
  (t) => [
    foreignKey({ columns: [t.companyId, t.company], foreignColumns: [companies.id, companies.name] }).onUpdate(
      'cascade',
    ),
    check('a company has its name', sql`(${t.companyId} is null) = (${t.company} is null)`),
    index().on(t.companyId),
    index().on(t.kind, t.name, t.id),
    index().on(t.name, t.id),
    // For whoever sees everybody: under the rules no index is asked what is not leakproof.
    index('people_words').using('gin', personWords(t)),
    check('an employee belongs to no counterparty', sql`${t.kind} = 'external' or ${t.companyId} is null`),
    seen(
      'seen by colleagues, and where they appear',
      sql`case when ${t.kind} = 'employee' and ${iAmEmployee} then true when ${t.id} = ${me} then true when ${iAmAdministrator} then true else exists (select 1 from appearances a where a.person_id = ${t.id}) end`,
    ),
    changed('a person keeps their own profile', sql`${t.id} = ${me}`, [
      t.name,
      t.position,
      t.about,
      t.interests,
      t.photo,
      t.language,
      t.timeZone,
    ]),
  ],
)

/** How to reach a person. Apart from `people` because fewer may see it. */
export const reaches = pgTable(
  'reaches',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    /** At work. */
    phone: text().notNull().default(''),
    mobile: text().notNull().default(''),
    shownToExternalsAt: moment('shown_to_externals_at'),
  },
  (t) => [
    index('reaches_words').using('gin', wordsIn(t.email)),
    seen(
      'seen by employees, and by externals if the person says so',
      sql`case when ${t.personId} = ${me} then true when ${iAmEmployee} or ${t.shownToExternalsAt} is not null then exists (select 1 from people p where p.id = ${t.personId}) else false end`,
    ),
    changed('a person keeps their own', sql`${t.personId} = ${me}`, [t.phone, t.mobile, t.shownToExternalsAt]),
  ],
)

/** A room that things stand in: a group, a person's own things. Open to externals from a moment on, or not. */
export const spaces = pgTable(
  'spaces',
  {
    id: id(),
    kind: text({ enum: ['group', 'person', 'portal'] }).notNull(),
    ownerId: uuid('owner_id').references(() => people.id),
    externalSince: moment('external_since'),
    /** Since when nothing is written there any more: every seat counts as one for reading. Written by the keeper. */
    archivedAt: moment('archived_at'),
    /** Since when it is being removed: no seat in it counts. Only what is archived is removed. */
    deletedAt: moment('deleted_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    check('what is removed was archived', sql`${t.deletedAt} is null or ${t.archivedAt} is not null`),
    index('spaces_archived')
      .on(t.id, t.deletedAt)
      .where(sql`archived_at is not null`),
    uniqueIndex('one own space for each person')
      .on(t.ownerId)
      .where(sql`kind = 'person'`),
    // Where things stand that are addressed to others than one group. There is one, made with the tables.
    uniqueIndex('one space of the portal itself')
      .on(t.kind)
      .where(sql`kind = 'portal'`),
    seen(
      'seen by whoever sits in it',
      sql`case when ${t.id} = any ((select access.my_spaces(1))::uuid[]) then true else exists (select 1 from audiences a where a.space_id = ${t.id}) end`,
    ),
  ],
)

const ownSpaceToo = (spaceId: AnyPgColumn) =>
  sql`case when ${managing(spaceId)} then true else ${spaceId} = (select access.my_own_space()) end`

/** Those inside a space whom a thing is for. In `team` and `staff` a seat of somebody from outside never counts, whoever gave it. */
export const audiences = pgTable(
  'audiences',
  {
    id: id(),
    spaceId: uuid('space_id')
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['everyone', 'team', 'lane', 'past', 'named', 'staff'] }).notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('an audience knows its space').on(t.id, t.spaceId),
    index().on(t.spaceId),
    uniqueIndex('one everyone and one team in each space')
      .on(t.spaceId, t.kind)
      .where(sql`kind in ('everyone', 'team')`),
    seen('seen by those in it', seated({ spaceId: t.spaceId, audienceId: t.id }, 'view')),
    added('added by managers and in own space', ownSpaceToo(t.spaceId)),
    removed('removed by managers', managing(t.spaceId)),
  ],
)

/** A set of people that holds seats together: a group's members, all employees, a department. */
export const circles = pgTable(
  'circles',
  {
    id: id(),
    spaceId: uuid('space_id').references(() => spaces.id, { onDelete: 'cascade' }),
    /** What the circle means where it is kept: members, team, moderators; employees and system-administrators for the whole portal. */
    name: text().notNull(),
    admits: text({ enum: ['everyone', 'employees'] }).notNull(),
  },
  (t) => [
    uniqueIndex('one circle of a name in each space').on(t.spaceId, t.name),
    uniqueIndex('one circle of a name in the portal')
      .on(t.name)
      .where(sql`space_id is null`),
    seen('seen by managers of its space', managing(t.spaceId)),
    added('added by managers of its space', managing(t.spaceId)),
  ],
)

const inManagedCircle = (circleId: AnyPgColumn) => sql`exists (select 1 from circles c where c.id = ${circleId})`

/** Who belongs to a circle, since when and why. */
export const circleMembers = pgTable(
  'circle_members',
  {
    circleId: uuid('circle_id')
      .notNull()
      .references(() => circles.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    since: moment('since').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('once in each circle').on(t.circleId, t.personId),
    index().on(t.personId, t.circleId),
    seen(
      'seen by the person and by managers',
      sql`case when ${t.personId} = ${me} then true else ${inManagedCircle(t.circleId)} end`,
    ),
    added(
      'added by managers',
      sql`${inManagedCircle(t.circleId)} and exists (select 1 from people p where p.id = ${t.personId})`,
    ),
    removed(
      'removed by managers, and by the person',
      sql`case when ${t.personId} = ${me} then true else ${inManagedCircle(t.circleId)} end`,
    ),
  ],
)

/** Holds audience and space together: whoever manages one space gives nothing in the audiences of another. */
const inItsSpace = (t: { audienceId: AnyPgColumn; spaceId: AnyPgColumn }) =>
  foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
    'cascade',
  )

/** Where a person or a circle sits: in a whole space or in one audience of it, at a level, for a reason. */
export const seats = pgTable(
  'seats',
  {
    id: id(),
    spaceId: uuid('space_id')
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    audienceId: uuid('audience_id'),
    personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
    circleId: uuid('circle_id').references(() => circles.id, { onDelete: 'cascade' }),
    level: integer().notNull(),
    because: text().notNull(),
  },
  (t) => [
    inItsSpace(t),
    check('a seat is for a person or a circle', sql`num_nonnulls(${t.personId}, ${t.circleId}) = 1`),
    check('a level is one of four', sql`${t.level} between 1 and 4`),
    index().on(t.spaceId, t.audienceId),
    index().on(t.audienceId),
    index()
      .on(t.personId)
      .where(sql`person_id is not null`),
    // All that access.my_seats() asks of it, so that the rows themselves need not be read.
    index('seats_of_circle')
      .on(t.circleId, t.level, t.spaceId, t.audienceId)
      .where(sql`circle_id is not null`),
    seen(
      'seen by who holds it and by managers',
      sql`case when ${t.personId} = ${me} then true else ${ownSpaceToo(t.spaceId)} end`,
    ),
    added(
      'given by managers and in own space, to people one may see',
      sql`${ownSpaceToo(t.spaceId)} and (${t.personId} is null or exists (select 1 from people p where p.id = ${t.personId})) and (${t.circleId} is null or ${inManagedCircle(t.circleId)})`,
    ),
    removed('taken by managers and in own space', ownSpaceToo(t.spaceId)),
  ],
)

/** In which audiences a person is known by name. Whoever sits there may see that person. */
export const appearances = pgTable(
  'appearances',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    spaceId: uuid('space_id').notNull(),
    audienceId: uuid('audience_id').notNull(),
  },
  (t) => [
    inItsSpace(t),
    uniqueIndex('once in each audience').on(t.personId, t.audienceId),
    index().on(t.audienceId, t.personId),
    index().on(t.spaceId, t.personId),
    seen('seen by its audience', seated(t, 'view')),
    // Whether one sees the person is asked by a trigger (functions.sql): a rule here would go round in a circle.
    added('added by managers', managing(t.spaceId)),
    removed(
      'removed by managers, and by the person',
      sql`case when ${t.personId} = ${me} then true else ${managing(t.spaceId)} end`,
    ),
  ],
)
