import { jsonb, foreignKey, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { added, changed, me, removed, seated, seen } from '#access/rules.ts'
import { audiences, people } from '#access/tables.ts'
import { sql } from 'drizzle-orm'
import type { Doc } from '../contract.ts'

/** What somebody is writing: one for each person and place. It stands where it will be sent, and is its author's alone. */
export const drafts = pgTable(
  'drafts',
  {
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    ...placed(),
    text: text().notNull(),
    document: jsonb().$type<Doc>(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => {
    // Whoever loses the place has no draft there any more, and gets none into it.
    const mine = sql`${t.authorId} = ${me} and ${seated(t, 'view')}`
    return [
      primaryKey({ columns: [t.authorId, t.audienceId] }),
      foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
        'cascade',
      ),
      seen('seen by whoever writes it', mine),
      added('begun by whoever may write there', sql`${t.authorId} = ${me} and ${seated(t, 'comment')}`),
      changed('gone on with by whoever writes it', mine, [t.text, t.document, t.savedAt]),
      removed('thrown away by whoever writes it', mine),
    ]
  },
)
