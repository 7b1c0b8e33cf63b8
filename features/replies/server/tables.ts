import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { changed, iAmAdministrator, me, seen } from '#access/rules.ts'
import { audiences, people } from '#access/tables.ts'
import { threads } from '#features/comments/server/tables.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const id = () =>
  uuid()
    .primaryKey()
    .default(sql`uuidv7()`)

/** Where an answer to a letter leads: one row for each letter that can be answered. Of its secret stands here a hash alone. The keeper's alone. */
export const replyAddresses = pgTable(
  'reply_addresses',
  {
    hash: text().primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The address that the letter went to: with another one it ends. */
    email: text().notNull(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    /** Who read what the letter was about; an answer is never read by more. */
    audienceId: uuid('audience_id')
      .notNull()
      .references(() => audiences.id, { onDelete: 'cascade' }),
    madeAt: moment('made_at').notNull().defaultNow(),
  },
  (t) => [index().on(t.personId), index().on(t.threadId), index().on(t.audienceId), index().on(t.madeAt)],
).enableRLS()

/** Why a letter became no comment. */
export const refusals = [
  'machine',
  'sender',
  'ended',
  'unreadable',
  'empty',
  'tooLong',
  'tooMany',
  'noRight',
  'secondFactor',
  'failed',
] as const
export type Refusal = (typeof refusals)[number]

/** Refusals that whoever wrote is told of: they are sure to be one of ours, and no machine. */
export const toldRefusals = ['empty', 'tooLong', 'noRight', 'secondFactor'] as const satisfies Refusal[]
export type ToldRefusal = (typeof toldRefusals)[number]
export const isTold = (refusal: Refusal | null): refusal is ToldRefusal => toldRefusals.some((one) => one === refusal)

/** A letter that came in, without what it says: that stands in a file until the letter is done with. */
export const lettersIn = pgTable(
  'letters_in',
  {
    id: id(),
    /** Which reply address it came to. */
    addressHash: text('address_hash').notNull(),
    /** Whom the envelope names as its sender: empty for a bounce, null where nobody wrote it down. */
    envelopeFrom: text('envelope_from'),
    arrivedAt: moment('arrived_at').notNull().defaultNow(),
    /** When all of it was here and safe; from then on its sender need not send it again. */
    keptAt: moment('kept_at'),
    /** Bytes. */
    size: integer(),
    /** The same letter, sent or fetched again, is the same. */
    contentHash: text('content_hash'),
    messageId: text('message_id'),
    /** Whom its header names as its writer. */
    writer: text(),
    /** Who answers, once that is known. */
    personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
    /** When it became a comment: written in the transaction in which it does, so that it does so once. */
    takenAt: moment('taken_at'),
    settledAt: moment('settled_at'),
    refusal: text({ enum: refusals }),
    /** When whoever wrote it was told that it was refused. */
    toldAt: moment('told_at'),
  },
  (t) => [
    uniqueIndex('the same letter once').on(t.addressHash, t.contentHash),
    uniqueIndex('one letter of a name to an address').on(t.addressHash, t.messageId),
    index().on(t.arrivedAt),
    index().on(t.personId, t.arrivedAt),
    index('letters_in_refused')
      .on(t.id)
      .where(sql`refusal is not null`),
    seen(
      'seen by administrators if refused, and by whoever wrote it',
      sql`case when ${t.personId} = ${me} then true when ${t.refusal} is not null then ${iAmAdministrator} else false end`,
    ),
    changed('taken as whoever wrote it', sql`${t.personId} = ${me}`, [t.takenAt]),
  ],
)
