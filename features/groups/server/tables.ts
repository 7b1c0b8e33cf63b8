import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { added, changed, iAmEmployee, managing, me, removed, rules, seated, seen, staffOnly } from '#access/rules.ts'
import { audiences, circles, companies, people } from '#access/tables.ts'

/** How far the externals of a group are kept apart from each other, by the product's words (GRP-7). */
const isolations = ['open', 'company', 'staff', 'voice', 'readonly'] as const
export type Isolation = (typeof isolations)[number]

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Groups. Each has a space of its own and stands in its audience of everyone. */
export const groups = pgTable(
  'groups',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    name: text().notNull(),
    description: text().notNull().default(''),
    kind: text({ enum: ['workgroup', 'project'] }).notNull(),
    visibility: text({ enum: ['open', 'closed', 'secret'] }).notNull(),
    /** Who invites people from outside by themselves (GRP-5): the owner, owner and moderators, every member. */
    whoInvites: text('who_invites', { enum: ['owner', 'keepers', 'members'] })
      .notNull()
      .default('keepers'),
    /** Since when external people can be here. The space says the same to the rules. */
    externalSince: moment('external_since'),
    /** How far externals are kept apart here (GRP-7); `open` is not at all. Written by the keeper: much moves with it. */
    isolation: text({ enum: isolations }).notNull().default('open'),
    /** What somebody from outside who comes later sees of the past (GRP-9). */
    history: text({ enum: ['everything', 'joining'] })
      .notNull()
      .default('everything'),
    startsAt: moment('starts_at'),
    endsAt: moment('ends_at'),
    /** IANA name: at midnight there somebody's time in the group runs out (INV-11). */
    timeZone: text('time_zone').notNull().default('UTC'),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** Since when nothing is written here any more, and who said so. The space says the same to the rules; written by the keeper. */
    archivedAt: moment('archived_at'),
    archivedBy: uuid('archived_by').references(() => people.id),
  },
  (t) => [
    ...shelved(t),
    uniqueIndex('one group in a space').on(t.spaceId),
    unique('a group knows its space').on(t.id, t.spaceId),
    index('groups_found')
      .on(t.id)
      .where(sql`visibility <> 'secret' and external_since is null and archived_at is null`),
    ...rules(t, { see: 'view' }),
    seen(
      'open and closed ones are found by employees',
      sql`${t.visibility} <> 'secret' and ${t.externalSince} is null and ${t.archivedAt} is null and ${iAmEmployee}`,
    ),
    added('added in a space one manages', managing(t.spaceId)),
    changed('changed by owner and moderators', managing(t.spaceId), [
      t.name,
      t.description,
      t.visibility,
      t.history,
      t.whoInvites,
      t.startsAt,
      t.endsAt,
      t.timeZone,
    ]),
  ],
)

/** Who is in a group and as what. The seats that this gives are kept by `membership.ts`. */
export const members = pgTable(
  'members',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    groupId: uuid('group_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text({ enum: ['owner', 'moderator', 'member'] }).notNull(),
    since: moment('since').notNull().defaultNow(),
    /** The last day of somebody who was let in for a time, in the zone of the group; null is for as long as they stay. */
    until: date(),
    /** For how many days that was: so long they are let in again. */
    termDays: integer('term_days'),
    /** How many days ahead they were reminded, or too few to be reminded so early. Only ever less, until `until` changes. */
    reminded: integer(),
    /** Since when their time has run out. `lapses` says the same to the rules; only the team reads such a row. */
    lapsedAt: moment('lapsed_at'),
  },
  (t) => [
    ...shelved(t),
    // With its space, so that whoever manages one group writes nobody into another.
    foreignKey({ columns: [t.groupId, t.spaceId], foreignColumns: [groups.id, groups.spaceId] }).onDelete('cascade'),
    uniqueIndex('once in each group').on(t.groupId, t.personId),
    uniqueIndex('one owner in each group')
      .on(t.groupId)
      .where(sql`role = 'owner'`),
    index().on(t.personId, t.groupId),
    // Counted by person for all of them at once (External people, in many groups): without reading a row.
    index('members_staying')
      .on(t.personId)
      .where(sql`lapsed_at is null`),
    index('members_until')
      .on(t.until, t.personId)
      .where(sql`until is not null and lapsed_at is null`),
    // Once it has lapsed, by those of them who work here.
    seen(
      'seen by its audience',
      sql`case when ${t.lapsedAt} is null or ${iAmEmployee} then ${seated(t, 'view')} else false end`,
    ),
    added(
      'added by owner and moderators',
      sql`${managing(t.spaceId)} and exists (select 1 from people p where p.id = ${t.personId})`,
    ),
    changed('role given by owner and moderators', managing(t.spaceId), [t.role]),
    removed(
      'taken out by owner and moderators, or left',
      sql`case when ${t.personId} = ${me} then true else ${managing(t.spaceId)} end`,
    ),
  ],
)

/** The keys in letters that ask for a renewal (INV-11), each for one membership as it stood then. The keeper's alone. */
export const renewalKeys = pgTable(
  'renewal_keys',
  {
    hash: text().primaryKey(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    /** The last day that the letter speaks of. */
    until: date().notNull(),
    madeAt: moment('made_at').notNull().defaultNow(),
  },
  (t) => [index().on(t.memberId)],
).enableRLS()

/**
 * In a group that keeps externals apart: where those of one company, or one person, and the team speak. Kept by the keeper; read by the team,
 * since an external who sees a lane listed would learn that there are others.
 */
export const lanes = pgTable(
  'lanes',
  {
    audienceId: uuid('audience_id').primaryKey(),
    spaceId: uuid('space_id').notNull(),
    groupId: uuid('group_id').notNull(),
    companyId: uuid('company_id').references(() => companies.id),
    personId: uuid('person_id').references(() => people.id),
    circleId: uuid('circle_id')
      .notNull()
      .references(() => circles.id),
    /** Since when nobody new comes in: those who come later begin another one (GRP-9). */
    endedAt: moment('ended_at'),
  },
  (t) => [
    foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.groupId, t.spaceId], foreignColumns: [groups.id, groups.spaceId] }).onDelete('cascade'),
    check('a lane is for a company or a person', sql`num_nonnulls(${t.companyId}, ${t.personId}) = 1`),
    uniqueIndex('one lane for each company')
      .on(t.groupId, t.companyId)
      .where(sql`company_id is not null and ended_at is null`),
    uniqueIndex('one lane for each person')
      .on(t.groupId, t.personId)
      .where(sql`person_id is not null and ended_at is null`),
    index().on(t.circleId),
    staffOnly(),
    seen('seen by the team', seated(t, 'view')),
  ],
)

/**
 * A large group whose externals are being kept apart (GRP-7), and how far that is: which table is gone through, up to which row. Stands with the
 * team; written by the keeper, and gone when it is done.
 */
export const groupSeparations = pgTable(
  'group_separations',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    groupId: uuid('group_id').notNull().unique(),
    askedBy: uuid('asked_by').notNull(),
    askedAt: moment('asked_at').notNull().defaultNow(),
    pass: integer().notNull().default(0),
    reached: uuid(),
    /** Rows: how many there were, as soon as they are counted, and how many were gone through. */
    total: integer(),
    moved: integer().notNull().default(0),
    movedAt: moment('moved_at').notNull().defaultNow(),
  },
  (t) => [
    ...shelved(t),
    foreignKey({ columns: [t.groupId, t.spaceId], foreignColumns: [groups.id, groups.spaceId] }).onDelete('cascade'),
    staffOnly(),
    seen('seen by the team', seated(t, 'view')),
  ],
)

/**
 * A group that is removed with all that is in it, and how far that is. Stands among the things of whoever asked for it, since the group is
 * gone for everybody at that moment; written by the keeper.
 */
export const groupDeletions = pgTable(
  'group_deletions',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    groupId: uuid('group_id').notNull().unique(),
    /** The space that goes. */
    goingId: uuid('going_id').notNull(),
    name: text().notNull(),
    askedAt: moment('asked_at').notNull().defaultNow(),
    /** Rows: how many there were, as soon as they are counted, and how many are gone. */
    total: integer(),
    removed: integer().notNull().default(0),
    finishedAt: moment('finished_at'),
  },
  (t) => [...shelved(t), staffOnly(), ...rules(t, { see: 'view' })],
)
