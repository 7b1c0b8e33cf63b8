import { sql, type SQL } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { changed, me, onlyIf, removed, rules, seated, seen, within } from '#access/rules.ts'
import { audiences, people } from '#access/tables.ts'
import { belowTools, inTool } from '#access/tools.ts'
import { posts } from '../../server/tables.ts'
import { ofOwnPost, standsWith, withPost } from '../../server/with-post.ts'
import { notDeleted } from '../../server/not-deleted.ts'

const madeAt = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow()

interface Below {
  postId: AnyPgColumn
  spaceId: AnyPgColumn
  audienceId: AnyPgColumn
}

const inAudience = (t: Below) => [
  index().on(t.audienceId),
  foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
    'cascade',
  ),
]

/** What is voted, and where that stands below its poll: with it, or in the lane of whoever votes. */
const belowPoll = (t: Below, name: string) => [
  ...inAudience(t),
  foreignKey({ name, columns: [t.postId, t.spaceId], foreignColumns: [posts.id, posts.spaceId] }).onDelete('cascade'),
  belowTools(t, sql`exists (select 1 from polls p where p.post_id = ${t.postId})`),
]

const pollIs = (t: Below, condition: SQL): SQL =>
  sql`exists (select 1 from polls p where p.post_id = ${t.postId} and p.space_id = ${t.spaceId} and ${condition})`
const goesOn = sql`(p.ends_at is null or p.ends_at > now())`

/** Polls. Each stands with its post, and goes where that goes. */
export const polls = pgTable(
  'polls',
  {
    postId: uuid('post_id').primaryKey(),
    ...placed(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    question: text().notNull(),
    several: boolean().notNull(),
    anonymous: boolean().notNull(),
    /** When it ends or ended; null while nobody has said so. */
    endsAt: timestamp('ends_at', { withTimezone: true }),
  },
  (t) => [
    index().on(t.audienceId),
    ...withPost(t, 'a poll stands where its post stands, and goes with it'),
    unique('a poll knows where it stands').on(t.postId, t.spaceId, t.audienceId),
    unique('a poll knows how many answers it takes').on(t.postId, t.several),
    ...inTool(t, 'feed'),
    // As posts say it: asked of the few that are deleted, and not of all posts there are.
    onlyIf('seen with its post', 'select', notDeleted(t.postId)),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: ofOwnPost(t),
    }),
    changed(
      'ended, while it goes on, by whoever asked and whoever manages',
      sql`case when ${t.authorId} = ${me} then ${seated(t, 'edit')} else ${seated(t, 'manage')} end and (${t.endsAt} is null or ${t.endsAt} > now())`,
      [t.endsAt],
      sql`case when ${t.authorId} = ${me} then ${seated(t, 'edit')} else ${seated(t, 'manage')} end and ${t.endsAt} = now()`,
    ),
  ],
)

/** What can be chosen in a poll. It never changes: whoever asked may not know that somebody they do not see has voted already. */
export const pollOptions = pgTable(
  'poll_options',
  {
    id: uuid().primaryKey().defaultRandom(),
    postId: uuid('post_id').notNull(),
    ...placed(),
    position: integer().notNull(),
    text: text().notNull(),
  },
  (t) => [
    ...inAudience(t),
    unique('an option knows its poll').on(t.postId, t.id),
    unique('an option has a place of its own').on(t.postId, t.position),
    standsWith(t, polls, 'an option stands where its poll stands, and goes with it'),
    belowTools(t, sql`exists (select 1 from polls p where p.post_id = ${t.postId})`),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: pollIs(t, sql`p.audience_id = ${t.audienceId} and p.author_id = ${me}`),
    }),
  ],
)

/**
 * Who chose what in a poll by name: a row for each option. It stands where the poll stands, or in the lane of whoever votes, so that externals
 * kept apart do not count each other.
 */
export const pollVotes = pgTable(
  'poll_votes',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    postId: uuid('post_id').notNull(),
    ...placed(),
    optionId: uuid('option_id').notNull(),
    authorId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** As the poll says. */
    several: boolean().notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    unique('everybody counts once').on(t.postId, t.authorId, t.optionId),
    uniqueIndex('one answer where one is asked for')
      .on(t.postId, t.authorId)
      .where(sql`not several`),
    index().on(t.optionId, t.id),
    index().on(t.authorId, t.id),
    ...belowPoll(t, 'a vote stands in the space of its poll'),
    foreignKey({
      name: 'what is chosen is an option of the poll',
      columns: [t.postId, t.optionId],
      foreignColumns: [pollOptions.postId, pollOptions.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'a vote knows how many answers its poll takes',
      columns: [t.postId, t.several],
      foreignColumns: [polls.postId, polls.several],
    }).onDelete('cascade'),
    ...rules(t, {
      see: 'view',
      add: 'comment',
      under: pollIs(t, sql`${within(sql`p.audience_id`, t.audienceId)} and not p.anonymous and ${goesOn}`),
    }),
    removed(
      'taken back, while the poll goes on, by whoever gave it',
      sql`${t.authorId} = ${me} and ${seated(t, 'comment')} and ${pollIs(t, goesOn)}`,
    ),
  ],
)

/**
 * Who has voted in a poll without names, so that nobody does twice. It says neither when nor what, and nobody but that person reads it. Written by
 * the keeper, together with the box.
 */
export const pollTurnouts = pgTable(
  'poll_turnouts',
  {
    postId: uuid('post_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    spaceId: uuid('space_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.personId] }),
    index().on(t.personId),
    foreignKey({
      name: 'a turnout stands in the space of its poll',
      columns: [t.postId, t.spaceId],
      foreignColumns: [posts.id, posts.spaceId],
    }).onDelete('cascade'),
    seen('seen by whoever voted', sql`${t.personId} = ${me}`),
  ],
)

/**
 * What was voted without names: sums alone, one row for each part of the group that reads them. There is no row for a vote, and each vote writes
 * all the sums anew, so that nothing kept tells whose it was. Written by the keeper.
 */
export const pollBoxes = pgTable(
  'poll_boxes',
  {
    postId: uuid('post_id').notNull(),
    ...placed(),
    /** How many people voted. */
    ballots: integer().notNull(),
    /** For each option in its order, how many chose it. */
    counts: integer().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.audienceId] }),
    ...belowPoll(t, 'a box stands in the space of its poll'),
    ...rules(t, { see: 'view' }),
  ],
)
