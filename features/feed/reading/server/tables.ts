import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { added, iAmEmployee, me, onlyIf, seated, seen } from '#access/rules.ts'
import { audiences } from '#access/tables.ts'
import { aboutTools, toolOpen } from '#access/tools.ts'
import { events } from '#events/tables.ts'
import { posts } from '../../server/tables.ts'

/**
 * What stands in feeds, in the order of what happened to it last. A post has a row for those who read all of its group, and one for each audience
 * in which something was said of it: so a word for the team lets it rise for the team alone (docs/decisions/0020-entries.md). What happened elsewhere (an entry) has one row for all.
 */
export const activities = pgTable(
  'activities',
  {
    ...placed(),
    /** What it is about: in which tool it stands is told by this. */
    noun: text({ enum: ['post', 'task', 'person'] }).notNull(),
    postId: uuid('post_id'),
    /** Of an entry: what happened, and the kind of it. */
    eventId: uuid('event_id'),
    kind: text(),
    /** The post, or what the entry names. */
    thingId: uuid('thing_id').notNull(),
    /** Who did last what these readers may know of. */
    actorId: uuid('actor_id').notNull(),
    /** The order of feeds, the newest greatest (rank.ts). */
    rose: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** Stands on the shelf of those who read the whole space. */
    whole: boolean().notNull(),
    /** Stands on the shelf of its audience. */
    part: boolean().notNull(),
  },
  (t) => [
    index('activities_in_space').on(t.spaceId, t.whole, t.rose.desc().nullsFirst()),
    index('activities_in_audience').on(t.audienceId, t.part, t.rose.desc().nullsFirst()),
    // For those who hide tasks, so that nobody walks over thousands of them to the next post.
    index('activities_but_tasks_in_space')
      .on(t.spaceId, t.whole, t.rose.desc().nullsFirst())
      .where(sql`noun <> 'task'`),
    index('activities_but_tasks_in_audience')
      .on(t.audienceId, t.part, t.rose.desc().nullsFirst())
      .where(sql`noun <> 'task'`),
    index('activities_of_post_whole')
      .on(t.postId)
      .where(sql`whole`),
    index().on(t.rose),
    index().on(t.eventId),
    uniqueIndex('a post once on each shelf').on(t.postId, t.audienceId, t.part),
    check('an activity is of a post or of an event', sql`num_nonnulls(${t.postId}, ${t.eventId}) = 1`),
    check('an activity stands on a shelf', sql`${t.whole} or ${t.part}`),
    foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
      'cascade',
    ),
    foreignKey({
      name: 'an activity stands in the space of its post',
      columns: [t.postId, t.spaceId],
      foreignColumns: [posts.id, posts.spaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'an entry stands where its event stands, and goes with it',
      columns: [t.eventId, t.spaceId, t.audienceId],
      foreignColumns: [events.id, events.spaceId, events.audienceId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    // Whoever sits in an audience alone has no use of the row for the whole space: it rises by words that they do not read.
    seen(
      'seen in the whole space, and its own row by its audience',
      sql`case when ${t.spaceId} in (select unnest((select access.my_spaces(1))::uuid[])) then true when ${t.part} then ${t.audienceId} in (select unnest((select access.my_audiences(1))::uuid[])) else false end`,
    ),
    onlyIf('where the feed is open', 'all', toolOpen(t, 'feed', 'view')),
    aboutTools(t, t.noun),
    onlyIf(
      'who came before is not told to those who begin with their day',
      'select',
      sql`case when ${t.noun} <> 'person' or ${iAmEmployee} then true else exists (
        select 1 from groups g join members m on m.group_id = g.id and m.person_id = ${me}
        where g.space_id = ${t.spaceId} and (g.history = 'everything' or m.since < ${t.at} + interval '1 millisecond')) end`,
    ),
    added(
      'begun by whoever wrote the post',
      sql`${t.actorId} = ${me} and ${seated(t, 'edit')} and exists (select 1 from posts p where p.id = ${t.postId} and p.space_id = ${t.spaceId} and p.audience_id = ${t.audienceId} and p.author_id = ${me})`,
    ),
  ],
)
