import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { me, rules, staffOnly } from '#access/rules.ts'
import { audiences, people } from '#access/tables.ts'
import { inTool } from '#access/tools.ts'
import { withoutOutside } from '../../server/staff.ts'
import { posts } from '../../server/tables.ts'
import { badges } from '../contract.ts'

/** Posts in which colleagues are appreciated, and for what. Whoever reads the post from outside, later too, never meets it. */
export const appreciations = pgTable(
  'appreciations',
  {
    postId: uuid('post_id').primaryKey(),
    ...placed(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    badge: text({ enum: badges }).notNull(),
  },
  (t) => [
    unique('an appreciation knows where it stands').on(t.postId, t.spaceId, t.audienceId),
    index().on(t.spaceId),
    index().on(t.audienceId),
    foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
      'cascade',
    ),
    foreignKey({
      name: 'an appreciation stands where its post stands, and goes with it',
      columns: [t.postId, t.spaceId, t.audienceId],
      foreignColumns: [posts.id, posts.spaceId, posts.audienceId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    staffOnly(),
    ...inTool(t, 'feed'),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: sql`${withoutOutside(t)} and exists (select 1 from posts p where p.id = ${t.postId} and p.space_id = ${t.spaceId} and p.audience_id = ${t.audienceId} and p.author_id = ${me})`,
    }),
  ],
)

/** Whom an appreciation is for. */
export const appreciated = pgTable(
  'appreciated',
  {
    postId: uuid('post_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    ...placed(),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.personId] }),
    index().on(t.personId, t.postId.desc().nullsFirst()),
    index().on(t.spaceId),
    index().on(t.audienceId),
    foreignKey({
      name: 'who is appreciated stands with the appreciation',
      columns: [t.postId, t.spaceId, t.audienceId],
      foreignColumns: [appreciations.postId, appreciations.spaceId, appreciations.audienceId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    staffOnly(),
    ...inTool(t, 'feed'),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: sql`exists (select 1 from people p where p.id = ${t.personId} and p.kind = 'employee')
        and exists (select 1 from appreciations a where a.post_id = ${t.postId} and a.space_id = ${t.spaceId} and a.audience_id = ${t.audienceId} and a.author_id = ${me})`,
    }),
  ],
)
