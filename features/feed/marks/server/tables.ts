import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { added, changed, me, removed, rules, seen } from '#access/rules.ts'
import { people, spaces } from '#access/tables.ts'
import { inTool } from '#access/tools.ts'
import { posts } from '../../server/tables.ts'
import { withPost } from '../../server/with-post.ts'

const mine = () =>
  uuid('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' })
const moment = (name: string) => timestamp(name, { withTimezone: true })

/** What somebody keeps for themselves of a post that they read. */
const ofPost = (t: { postId: AnyPgColumn; spaceId: AnyPgColumn; personId: AnyPgColumn }, name: string) => [
  primaryKey({ columns: [t.personId, t.postId] }),
  index().on(t.postId),
  index().on(t.spaceId),
  foreignKey({ name, columns: [t.postId, t.spaceId], foreignColumns: [posts.id, posts.spaceId] }).onDelete('cascade'),
  seen('seen by whoever keeps it', sql`${t.personId} = ${me}`),
  added(
    'kept of posts that one reads',
    sql`${t.personId} = ${me} and exists (select 1 from posts p where p.id = ${t.postId} and p.space_id = ${t.spaceId})`,
  ),
  removed('given up by whoever keeps it', sql`${t.personId} = ${me}`),
]

/** Up to which place somebody has read the feed of a group; without a row, up to when they came. */
export const readMarks = pgTable(
  'read_marks',
  {
    personId: mine(),
    spaceId: uuid('space_id')
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    upTo: uuid('up_to').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.spaceId] }),
    index().on(t.spaceId),
    seen('seen by whoever reads', sql`${t.personId} = ${me}`),
    added(
      'set in groups that one is in',
      sql`${t.personId} = ${me} and (exists (select 1 from members m where m.space_id = ${t.spaceId} and m.person_id = ${me}) or exists (select 1 from spaces s where s.id = ${t.spaceId} and s.kind = 'portal'))`,
    ),
    changed('moved by whoever reads', sql`${t.personId} = ${me}`, [t.upTo]),
    removed('forgotten by whoever reads', sql`${t.personId} = ${me}`),
  ],
)

/** Beyond that mark: posts that somebody has read nevertheless, and up to which of their places. */
export const readPosts = pgTable(
  'read_posts',
  {
    personId: mine(),
    spaceId: uuid('space_id').notNull(),
    postId: uuid('post_id').notNull(),
    upTo: uuid('up_to').notNull(),
  },
  (t) => [
    ...ofPost(t, 'a post is read in its space'),
    changed('read again by whoever reads', sql`${t.personId} = ${me}`, [t.upTo]),
  ],
)

/** Posts that somebody wants to find again. Nobody else learns of it. */
export const favourites = pgTable(
  'favourites',
  {
    personId: mine(),
    spaceId: uuid('space_id').notNull(),
    postId: uuid('post_id').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => ofPost(t, 'a favourite stands in the space of its post'),
)

/** Posts that stand on top of the feed of their group, for whoever reads them. */
export const pins = pgTable(
  'pins',
  {
    postId: uuid('post_id').primaryKey(),
    ...placed(),
    authorId: uuid('pinned_by')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [
    index().on(t.spaceId),
    index().on(t.audienceId),
    ...withPost(t, 'a pin stands where its post stands, and goes with it'),
    ...inTool(t, 'feed'),
    ...rules(t, {
      see: 'view',
      add: 'manage',
      under: sql`exists (select 1 from posts p where p.id = ${t.postId} and p.space_id = ${t.spaceId} and p.audience_id = ${t.audienceId})`,
      remove: 'manage',
    }),
  ],
)

/** How somebody wants feeds to be. */
export const feedSettings = pgTable(
  'feed_settings',
  {
    personId: mine().primaryKey(),
    /** Since when they read feeds without tasks (expert mode). */
    tasksHiddenAt: moment('tasks_hidden_at'),
  },
  (t) => [
    seen('seen by the person', sql`${t.personId} = ${me}`),
    added('set by the person', sql`${t.personId} = ${me}`),
    changed('set anew by the person', sql`${t.personId} = ${me}`, [t.tasksHiddenAt]),
  ],
)
