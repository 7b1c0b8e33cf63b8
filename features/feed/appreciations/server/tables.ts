import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { me, rules, staffOnly } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { inTool } from '#access/tools.ts'
import { withoutOutside } from '../../server/staff.ts'
import { ofOwnPost, standsWith, withPost } from '../../server/with-post.ts'
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
    ...withPost(t, 'an appreciation stands where its post stands, and goes with it'),
    staffOnly(),
    ...inTool(t, 'feed'),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: sql`${withoutOutside(t)} and ${ofOwnPost(t)}`,
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
    standsWith(t, appreciations, 'who is appreciated stands with the appreciation'),
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
