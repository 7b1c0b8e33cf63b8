import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { index, pgTable, primaryKey, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import {
  added,
  changed,
  iAmEmployee,
  managing,
  me,
  notArchived,
  onlyIf,
  rules,
  seated,
  seen,
  staffOnly,
} from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { inTool, toolOpen } from '#access/tools.ts'
import { ofOwnPost, standsWith, withPost } from '../../server/with-post.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Posts whose readers are asked to confirm that they read them. */
export const announcements = pgTable(
  'announcements',
  {
    postId: uuid('post_id').primaryKey(),
    ...placed(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    unique('an announcement knows where it stands').on(t.postId, t.spaceId, t.audienceId),
    index().on(t.spaceId, t.postId.desc().nullsFirst()),
    index().on(t.audienceId, t.postId.desc().nullsFirst()),
    index().on(t.authorId),
    ...withPost(t, 'an announcement stands where its post stands, and goes with it'),
    ...inTool(t, 'feed'),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: sql`${iAmEmployee} and ${ofOwnPost(t)}`,
    }),
  ],
)

/** Whoever works here and wrote an announcement, or manages its group as a whole: they know who has read it. Its author's are looked up once. */
export const oversees = (t: { postId: SQLWrapper; spaceId: SQLWrapper }): SQL =>
  sql`case when not ${iAmEmployee} then false when ${managing(t.spaceId)} then true else ${t.postId} in (select mine.post_id from announcements mine where mine.author_id = ${me}) end`

const withAnnouncement = (t: Parameters<typeof oversees>[0] & { audienceId: SQLWrapper }, more: SQL = sql`true`): SQL =>
  sql`exists (select 1 from announcements a where a.post_id = ${t.postId} and a.space_id = ${t.spaceId} and a.audience_id = ${t.audienceId} and ${more})`

/**
 * True where readers are asked: not in an archived group, nor of what is addressed those whom such a group alone lets read it (GRP-10). In a group also those
 * who only read are.
 */
export const asksMe = (t: { spaceId: SQLWrapper; audienceId: SQLWrapper }): SQL =>
  sql`${notArchived(t.spaceId)} and case when ${t.audienceId} in (select unnest((select access.my_audiences(2))::uuid[])) then true else not exists (select 1 from spaces s where s.id = ${t.spaceId} and s.kind = 'portal') end`

/**
 * Who has confirmed an announcement, and when. To others than whoever did, its author and those who manage the group, there are none: nobody from outside
 * learns of them that somebody else reads it, or does not (GRP-7).
 */
export const confirmations = pgTable(
  'confirmations',
  {
    postId: uuid('post_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    ...placed(),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.personId] }),
    index().on(t.personId, t.postId.desc().nullsFirst()),
    index().on(t.spaceId),
    index().on(t.audienceId),
    standsWith(t, announcements, 'a confirmation stands with its announcement'),
    onlyIf('where its tool is open', 'all', toolOpen(t, 'feed', 'view')),
    seen(
      'seen by whoever gave it, and by those who oversee it',
      sql`${seated(t, 'view')} and case when ${t.personId} = ${me} then true else ${oversees(t)} end`,
    ),
    // Whoever only reads confirms too.
    added(
      'given by readers, for themselves',
      sql`${t.personId} = ${me} and ${seated(t, 'view')} and ${asksMe(t)} and ${withAnnouncement(t, sql`a.author_id <> ${me}`)}`,
    ),
  ],
)

/** When those who have not confirmed were reminded last. Apart from the announcement: that somebody has not is for those who oversee it alone. */
export const announcementReminders = pgTable(
  'announcement_reminders',
  {
    postId: uuid('post_id').primaryKey(),
    ...placed(),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => {
    const mine = sql`${seated(t, 'view')} and ${notArchived(t.spaceId)} and ${oversees(t)}`
    return [
      index().on(t.spaceId),
      index().on(t.audienceId),
      standsWith(t, announcements, 'a reminder stands with its announcement'),
      staffOnly(),
      onlyIf('where its tool is open', 'all', toolOpen(t, 'feed', 'view')),
      seen('seen by those who oversee it', sql`${seated(t, 'view')} and ${oversees(t)}`),
      added('sent by those who oversee it', sql`${mine} and ${withAnnouncement(t)}`),
      changed('sent again by those who oversee it', mine, [t.at]),
    ]
  },
)
