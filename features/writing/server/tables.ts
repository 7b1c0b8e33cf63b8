import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { added, changed, me, removed, rules, seated, seen } from '#access/rules.ts'
import { audiences, people } from '#access/tables.ts'
import { aboutTools } from '#access/tools.ts'
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
    /** Uploads that will be sent with it. */
    attachments: uuid().array().notNull().default([]),
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
      changed('gone on with by whoever writes it', mine, [t.text, t.document, t.attachments, t.savedAt]),
      removed('thrown away by whoever writes it', mine),
    ]
  },
)

/** Pictures that people put into texts. Drawn anew; whoever sees the row gets the content. */
export const pictures = pgTable(
  'pictures',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    width: integer().notNull(),
    height: integer().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('a picture knows its author').on(t.id, t.authorId),
    index().on(t.authorId),
    seen(
      'seen by whoever added it, and where it stands',
      sql`case when ${t.authorId} = ${me} then true else exists (select 1 from picture_uses u where u.picture_id = ${t.id}) end`,
    ),
    added('added by oneself', sql`${t.authorId} = ${me}`),
  ],
)

/** In which things a picture stands. Each use stands where its thing stands. */
export const pictureUses = pgTable(
  'picture_uses',
  {
    pictureId: uuid('picture_id').notNull(),
    thingId: uuid('thing_id').notNull(),
    /** The noun of the thing, as in addresses: post. */
    kind: text().notNull(),
    ...placed(),
    authorId: uuid('author_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pictureId, t.thingId] }),
    index().on(t.thingId),
    // Only pictures of one's own: a rule that asks for the picture would be asked by the picture in turn.
    foreignKey({
      name: 'a use is of a picture of its author',
      columns: [t.pictureId, t.authorId],
      foreignColumns: [pictures.id, pictures.authorId],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
      'cascade',
    ),
    aboutTools(t, t.kind),
    ...rules(t, { see: 'view', add: 'edit' }),
  ],
)
