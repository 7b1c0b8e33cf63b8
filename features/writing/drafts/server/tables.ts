import { sql } from 'drizzle-orm'
import { check, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { added, changed, me, removed, seen } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import type { Doc } from '../../contract.ts'

/**
 * What somebody has begun to write and not sent: one for each composer that they have. It stands in no group, since nobody else ever reads it and its
 * writer keeps their words when they lose whom they wrote to. It holds ids and no names: whom or what an id means is asked anew whenever it is opened.
 */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** What it becomes. */
    kind: text({ enum: ['post', 'comment'] }).notNull(),
    /** Where its composer stands: on the page of a group, below a thing, below a comment; null for posts that begin with no group. */
    placeId: uuid('place_id'),
    text: text().notNull(),
    document: jsonb().$type<Doc>(),
    /** Uploads that will be sent with it. */
    attachments: uuid().array().notNull().default([]),
    /** For whom it is, and what is added to it; the feature of its kind says how. */
    beside: jsonb()
      .$type<object>()
      .notNull()
      .default(sql`'{}'`),
    /** Another one each time it is kept. */
    version: uuid()
      .notNull()
      .default(sql`uuidv7()`),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => {
    const mine = sql`${t.authorId} = ${me}`
    return [
      unique('one draft for each composer').on(t.authorId, t.kind, t.placeId).nullsNotDistinct(),
      check('what stands beside a draft is small', sql`octet_length(${t.beside}::text) <= 60000`),
      seen('seen by whoever writes it', mine),
      added('begun by whoever writes it', mine),
      changed('gone on with by whoever writes it', mine, [
        t.placeId,
        t.text,
        t.document,
        t.attachments,
        t.beside,
        t.version,
        t.savedAt,
      ]),
      removed('thrown away by whoever writes it', mine),
    ]
  },
)
