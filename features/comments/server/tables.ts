import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { own, rules } from '#access/rules.ts'
import { people } from '#access/tables.ts'

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
    unique('a thread knows its audience').on(t.id, t.spaceId, t.audienceId),
    ...rules(t, { see: 'view', add: 'edit' }),
  ],
)

/** What was said below something. The key to its thread holds the audience too: a comment is read by exactly those who read the thing. */
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
      name: 'a comment stands where its thread stands',
      columns: [t.threadId, t.spaceId, t.audienceId],
      foreignColumns: [threads.id, threads.spaceId, threads.audienceId],
    }).onDelete('cascade'),
    ...rules(t, {
      see: 'view',
      add: 'comment',
      under: sql`exists (select 1 from threads h where h.id = ${t.threadId} and h.space_id = ${t.spaceId} and h.audience_id = ${t.audienceId})`,
      remove: own('comment'),
    }),
  ],
)
