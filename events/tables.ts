import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { added, me, notArchived, seated, seen } from '#access/rules.ts'
import { aboutTools } from '#access/tools.ts'

/** What happened: outbox of the relay, record of activity, start of whatever listens. */
export const events = pgTable(
  'events',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    kind: text().notNull(),
    actorId: uuid('actor_id').notNull(),
    aboutKind: text('about_kind').notNull(),
    aboutId: uuid('about_id').notNull(),
    data: jsonb().$type<unknown>().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    relayedAt: timestamp('relayed_at', { withTimezone: true }),
    attempts: integer().notNull().default(0),
    /** Why the reactions to it failed, when they did so for good. */
    failure: text(),
  },
  (t) => [
    ...shelved(t),
    // What refers to an event stands where it stands, and goes with it.
    unique('an event knows where it stands').on(t.id, t.spaceId, t.audienceId),
    index('events_waiting')
      .on(t.id)
      .where(sql`relayed_at is null and failure is null`),
    seen('seen by its audience', seated(t, 'view')),
    aboutTools(t, t.aboutKind),
    added(
      'told by who did it, in an audience of theirs',
      sql`${seated(t, 'view')} and ${t.actorId} = ${me} and ${notArchived(t.spaceId)}`,
    ),
  ],
)
