import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { added, changed, me, notArchived, onlyIf, removed, rules, seated, seen, staffOnly } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { inTool, toolOpen } from '#access/tools.ts'
import { withoutOutside } from '../../server/staff.ts'
import { ofOwnPost, standsWith, withPost } from '../../server/with-post.ts'
import { eventAnswers } from '../contract.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** What posts invite to. Whoever reads the post from outside, later too, never meets it. */
export const calendarEvents = pgTable(
  'calendar_events',
  {
    postId: uuid('post_id').primaryKey(),
    ...placed(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    title: text().notNull(),
    place: text().notNull(),
    startsAt: moment('starts_at').notNull(),
    /** The first moment after it. */
    endsAt: moment('ends_at').notNull(),
    /** On whole days: from midnight to midnight in the zone. */
    wholeDays: boolean('whole_days').notNull(),
    /** IANA name. */
    timeZone: text('time_zone').notNull(),
    /** How often it was changed, so that calendars know which is the newest (RFC 5545, SEQUENCE). */
    revision: integer().notNull().default(0),
  },
  (t) => [
    unique('an invitation to something knows where it stands').on(t.postId, t.spaceId, t.audienceId),
    index().on(t.spaceId),
    index().on(t.audienceId),
    check('it begins before it ends', sql`${t.startsAt} < ${t.endsAt}`),
    ...withPost(t, 'an event stands where its post stands, and goes with it'),
    staffOnly(),
    ...inTool(t, 'feed'),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: sql`${withoutOutside(t)} and ${ofOwnPost(t)}`,
    }),
    changed(
      'changed by whoever invites, until it begins',
      sql`${t.authorId} = ${me} and ${seated(t, 'edit')} and ${t.startsAt} > now()`,
      [t.title, t.place, t.startsAt, t.endsAt, t.wholeDays, t.revision],
      sql`${t.authorId} = ${me} and ${seated(t, 'edit')}`,
    ),
  ],
)

const notBegun = (t: { postId: SQLWrapper; spaceId: SQLWrapper; audienceId: SQLWrapper }): SQL =>
  sql`exists (select 1 from calendar_events e where e.post_id = ${t.postId} and e.space_id = ${t.spaceId} and e.audience_id = ${t.audienceId} and e.starts_at > now())`

/** Who comes, may come, or does not: each says so for themselves, until it begins. */
export const calendarAnswers = pgTable(
  'calendar_answers',
  {
    postId: uuid('post_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    ...placed(),
    answer: text({ enum: eventAnswers }).notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => {
    const mine = sql`${t.personId} = ${me} and ${seated(t, 'view')} and ${notArchived(t.spaceId)} and ${notBegun(t)}`
    return [
      primaryKey({ columns: [t.postId, t.personId] }),
      index().on(t.personId, t.postId.desc().nullsFirst()),
      index().on(t.spaceId),
      index().on(t.audienceId),
      standsWith(t, calendarEvents, 'an answer stands with what it answers'),
      staffOnly(),
      onlyIf('where its tool is open', 'all', toolOpen(t, 'feed', 'view')),
      seen('seen by its audience', seated(t, 'view')),
      added('given by readers, for themselves', mine),
      changed('changed by whoever gave it', mine, [t.answer, t.at]),
      removed('taken back by whoever gave it', mine),
    ]
  },
)
