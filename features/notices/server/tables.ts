import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { added, changed, me, removed, seated, seen } from '#access/rules.ts'
import { people, spaces } from '#access/tables.ts'
import { aboutTools } from '#access/tools.ts'
import { happenings, noticeKinds, paces, type Happening, type NoticeKind } from '../kinds/contract.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const theirs = () =>
  uuid('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' })
const oneOf = <Word extends string>(words: object) => Object.keys(words) as [Word, ...Word[]]

/**
 * What somebody is told: ids and times, never words or names, which are read when they are shown. A row stands where what it tells of stands,
 * so whoever loses their seat there has it no more. Written by the keeper.
 */
export const notices = pgTable(
  'notices',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    personId: theirs(),
    /** The event that it comes from. */
    eventId: uuid('event_id').notNull(),
    happened: text({ enum: oneOf<Happening>(happenings) }).notNull(),
    actorId: uuid('actor_id').notNull(),
    aboutKind: text('about_kind').notNull(),
    aboutId: uuid('about_id').notNull(),
    /** What was said: the comment. It is gone from the list when that is. */
    saidId: uuid('said_id'),
    at: moment('at').notNull(),
    /** Whether it is in the list at all, or only for a letter. */
    inPortal: boolean('in_portal').notNull().default(true),
    readAt: moment('read_at'),
    /** How it goes by letter, not before when, and since when that is settled: sent, or nothing to say any more. */
    letter: text({ enum: ['once', 'hourly', 'daily'] }),
    letterAt: moment('letter_at'),
    letterDoneAt: moment('letter_done_at'),
    /** How often the mail server has not taken it. */
    letterTries: smallint('letter_tries').notNull().default(0),
  },
  (t) => [
    ...shelved(t),
    uniqueIndex('told once').on(t.personId, t.eventId),
    index().on(t.personId, t.aboutId),
    index('notices_unread')
      .on(t.personId, t.id.desc().nullsFirst())
      .where(sql`read_at is null`),
    index('notices_to_write')
      .on(t.personId, t.letterAt)
      .where(sql`letter_done_at is null and letter is not null`),
    index('notices_due')
      .on(t.letterAt)
      .where(sql`letter_done_at is null and letter is not null`),
    index('notices_to_write_about')
      .on(t.aboutId)
      .where(sql`letter_done_at is null and letter is not null`),
    index().on(t.at),
    index().on(t.saidId),
    check('a letter has its time', sql`(${t.letter} is null) = (${t.letterAt} is null)`),
    aboutTools(t, t.aboutKind),
    seen('seen by whom it tells, as long as they are there', sql`${t.personId} = ${me} and ${seated(t, 'view')}`),
    changed('marked by whom it tells', sql`${t.personId} = ${me} and ${seated(t, 'view')}`, [t.readAt]),
  ],
)

/** What somebody follows or has muted: a thing that people talk below, or a whole group. Nobody else ever sees it. */
export const followings = pgTable(
  'followings',
  {
    personId: theirs(),
    aboutId: uuid('about_id').notNull(),
    aboutKind: text('about_kind').notNull(),
    spaceId: uuid('space_id')
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    followedAt: moment('followed_at'),
    mutedAt: moment('muted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.aboutId] }),
    index().on(t.aboutId),
    index().on(t.spaceId),
    check('followed or muted', sql`num_nonnulls(${t.followedAt}, ${t.mutedAt}) = 1`),
    seen('seen by whose it is', sql`${t.personId} = ${me}`),
    added(
      'added by oneself, in a space one sees',
      sql`${t.personId} = ${me} and exists (select 1 from spaces s where s.id = ${t.spaceId})`,
    ),
    changed('changed by whose it is', sql`${t.personId} = ${me}`, [t.followedAt, t.mutedAt]),
    removed('removed by whose it is', sql`${t.personId} = ${me}`),
  ],
)

/** How somebody wants to be told of a kind, where that is otherwise than usual. */
export const noticeSettings = pgTable(
  'notice_settings',
  {
    personId: theirs(),
    kind: text({ enum: oneOf<NoticeKind>(noticeKinds) }).notNull(),
    /** Since when it is not told in the portal. */
    portalOffAt: moment('portal_off_at'),
    /** Since when it is not pushed to the browsers in which push is on. */
    pushOffAt: moment('push_off_at'),
    /** Null is as usual. */
    letter: text({ enum: paces }),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind] }),
    seen('seen by whose it is', sql`${t.personId} = ${me}`),
    added('added by oneself', sql`${t.personId} = ${me}`),
    changed('changed by whose it is', sql`${t.personId} = ${me}`, [t.portalOffAt, t.pushOffAt, t.letter]),
  ],
)

/**
 * Links in letters that mute without signing in (RFC 8058), by their hash: each of one person, for a thing, a group, or letters of a pace (`hourly`,
 * `daily`). Only the keeper reads them. `made_at` is when a letter carried one last.
 */
export const muteLinks = pgTable(
  'mute_links',
  {
    hash: text().primaryKey(),
    personId: theirs(),
    aboutKind: text('about_kind').notNull(),
    /** Null where it is about all letters of a pace. */
    aboutId: uuid('about_id'),
    spaceId: uuid('space_id').references(() => spaces.id, { onDelete: 'cascade' }),
    madeAt: moment('made_at').notNull().defaultNow(),
  },
  (t) => [index().on(t.personId), index().on(t.spaceId), index().on(t.madeAt)],
).enableRLS()
