import { foreignKey, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { added, changed, me, rules, seen } from '#access/rules.ts'
import { audiences, people } from '#access/tables.ts'
import { aboutTools } from '#access/tools.ts'
import { sql } from 'drizzle-orm'

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
    /** When it was sent first: from then on its author has no more right to it than others. */
    placedAt: timestamp('placed_at', { withTimezone: true }),
  },
  (t) => {
    const waiting = sql`${t.authorId} = ${me} and ${t.placedAt} is null`
    return [
      unique('a picture knows its author').on(t.id, t.authorId),
      index().on(t.authorId),
      seen(
        'seen by whoever added it, and where it stands',
        sql`case when ${t.placedAt} is null then ${t.authorId} = ${me} else exists (select 1 from picture_uses u where u.picture_id = ${t.id}) end`,
      ),
      added('added by oneself', waiting),
      changed(
        'sent by whoever added it',
        waiting,
        [t.placedAt],
        sql`${t.authorId} = ${me} and ${t.placedAt} is not null`,
      ),
    ]
  },
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
