import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { own, rules, within } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { aboutTools, belowTools } from '#access/tools.ts'

/** What people can talk below: one row for each post, task … with the same id. It stands where the thing stands. */
export const threads = pgTable(
  'threads',
  {
    id: uuid().primaryKey(),
    ...placed(),
    /** The noun of the thing, as in addresses: post, task. */
    kind: text().notNull(),
  },
  (t) => [
    ...shelved(t),
    unique('a thread knows its space').on(t.id, t.spaceId),
    aboutTools(t, t.kind),
    ...rules(t, { see: 'view', add: 'edit' }),
  ],
)

/** What was said below something. Stands where the thread stands, or inside it: with the team, or in a lane. */
export const comments = pgTable(
  'comments',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    threadId: uuid('thread_id').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    ...shelved(t),
    index().on(t.threadId, t.id),
    foreignKey({
      name: 'a comment stands in the space of its thread',
      columns: [t.threadId, t.spaceId],
      foreignColumns: [threads.id, threads.spaceId],
    }).onDelete('cascade'),
    belowTools(t, sql`exists (select 1 from threads h where h.id = ${t.threadId})`),
    ...rules(t, {
      see: 'view',
      add: 'comment',
      under: sql`exists (select 1 from threads h where h.id = ${t.threadId} and h.space_id = ${t.spaceId} and ${within(sql`h.audience_id`, t.audienceId)})`,
      remove: own('comment'),
    }),
  ],
)
