import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { changed, me, own, removed, rules, seated, within } from '#access/rules.ts'
import { audiences, people } from '#access/tables.ts'
import { belowTools, inTool } from '#access/tools.ts'
import { groups } from '#features/groups/server/tables.ts'

const createdAt = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow()

/** Posts. Each stands in its group, for everyone there or for the team. */
export const posts = pgTable(
  'posts',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    ...shelved(t),
    index().on(t.groupId, t.id.desc().nullsFirst()),
    unique('a post knows its space').on(t.id, t.spaceId),
    ...inTool(t, 'feed'),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: sql`exists (select 1 from groups g where g.id = ${t.groupId} and g.space_id = ${t.spaceId})`,
      remove: own('edit'),
    }),
    // Who manages a group may take words away, but not put any into somebody's mouth.
    changed('changed by whoever wrote it', sql`${t.authorId} = ${me} and ${seated(t, 'edit')}`, [t.text]),
  ],
)

/** Who likes which post. Stands where the post stands, or in the lane of whoever likes it, so that externals kept apart do not count each other. */
export const likes = pgTable(
  'likes',
  {
    postId: uuid('post_id').notNull(),
    authorId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    ...placed(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.authorId] }),
    foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
      'cascade',
    ),
    foreignKey({
      name: 'a like stands in the space of its post',
      columns: [t.postId, t.spaceId],
      foreignColumns: [posts.id, posts.spaceId],
    }).onDelete('cascade'),
    belowTools(t, sql`exists (select 1 from posts p where p.id = ${t.postId})`),
    ...rules(t, {
      see: 'view',
      add: 'comment',
      under: sql`exists (select 1 from posts p where p.id = ${t.postId} and p.space_id = ${t.spaceId} and ${within(sql`p.audience_id`, t.audienceId)})`,
    }),
    removed('taken back by whoever gave it', sql`${t.authorId} = ${me} and ${seated(t, 'comment')}`),
  ],
)
