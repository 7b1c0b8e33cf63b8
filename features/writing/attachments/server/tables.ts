import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { added, changed, me, onlyIf, removed, rules, seen } from '#access/rules.ts'
import { people } from '#access/tables.ts'

/** Files that people add to what they write. Until one is sent it is its author's alone; then it is seen where it stands, and nowhere else. */
export const uploads = pgTable(
  'uploads',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** Bytes. */
    size: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    /** Pixels of its preview; null where it is no picture that can be shown. */
    width: integer(),
    height: integer(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** When it was sent: from then on its author has no more right to it than others. */
    placedAt: timestamp('placed_at', { withTimezone: true }),
  },
  (t) => {
    const waiting = sql`${t.authorId} = ${me} and ${t.placedAt} is null`
    return [
      unique('an upload knows its author').on(t.id, t.authorId),
      index().on(t.authorId),
      // For the job that forgets those that stand nowhere.
      index().on(t.createdAt),
      check('a picture has two sides', sql`(${t.width} is null) = (${t.height} is null)`),
      seen(
        'seen by whoever added it, then where it stands',
        sql`case when ${t.placedAt} is null then ${t.authorId} = ${me} else exists (select 1 from attachments a where a.id = ${t.id}) end`,
      ),
      added('added by oneself', waiting),
      changed(
        'sent by whoever added it',
        waiting,
        [t.placedAt],
        sql`${t.authorId} = ${me} and ${t.placedAt} is not null`,
      ),
      removed('thrown away by whoever added it', waiting),
    ]
  },
)

/** Where a file stands: at one post or comment, in the place of that. The row has the id of its upload. */
export const attachments = pgTable(
  'attachments',
  {
    id: uuid().primaryKey(),
    ...placed(),
    thingId: uuid('thing_id').notNull(),
    /** The noun of the thing, as in addresses: post, comment. */
    kind: text().notNull(),
    authorId: uuid('author_id').notNull(),
  },
  (t) => {
    // What has words and can have files: each is asked under its own rules, so that a file is never there without its thing.
    const things = {
      post: sql`select 1 from posts p where p.id = ${t.thingId}`,
      comment: sql`select 1 from comments c where c.id = ${t.thingId} and c.deleted_at is null`,
    }
    const standing = (also: (name: string) => ReturnType<typeof sql>) =>
      sql`case ${t.kind} when 'post' then exists (${things.post}${also('p')}) when 'comment' then exists (${things.comment}${also('c')}) else false end`
    const own = (name: string) => {
      const thing = sql.raw(name)
      return sql` and ${thing}.author_id = ${me} and ${thing}.space_id = ${t.spaceId} and ${thing}.audience_id = ${t.audienceId}`
    }
    return [
      ...shelved(t),
      index().on(t.thingId),
      // Only uploads of one's own: a rule that asks for the upload would be asked by the upload in turn.
      foreignKey({
        name: 'what is attached was added by whoever attaches it',
        columns: [t.id, t.authorId],
        foreignColumns: [uploads.id, uploads.authorId],
      }).onDelete('cascade'),
      onlyIf(
        'seen with what it is attached to',
        'select',
        standing(() => sql``),
      ),
      ...rules(t, { see: 'view', add: 'comment', under: standing(own) }),
    ]
  },
)
