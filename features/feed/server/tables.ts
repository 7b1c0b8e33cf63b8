import { sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { changed, me, own, rules, seated } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { inTool } from '#access/tools.ts'
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
