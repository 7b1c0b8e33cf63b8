import { sql } from 'drizzle-orm'
import { date, foreignKey, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { me, seated, seen, staffOnly } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { groups } from '#features/groups/server/tables.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/**
 * Who asks to be a member of a group. One stands with the group's team, so nobody from outside ever meets one, their own
 * neither. Nobody writes here but the keeper (`keeper.ts`): whoever asks may not see the team, whoever decides may not see who asks.
 */
export const requests = pgTable(
  'requests',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    groupId: uuid('group_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Whoever invited them; null where they asked for themselves. */
    invitedBy: uuid('invited_by').references(() => people.id),
    /** The last day that the invitation lets them in for, and what for. */
    accessUntil: date('access_until'),
    purpose: text().notNull().default(''),
    /** As the letter said it: all that somebody in the lobby learns of the group. */
    groupName: text('group_name').notNull(),
    state: text({ enum: ['pending', 'approved', 'declined', 'withdrawn'] })
      .notNull()
      .default('pending'),
    madeAt: moment('made_at').notNull().defaultNow(),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
  },
  (t) => [
    ...shelved(t),
    foreignKey({ columns: [t.groupId, t.spaceId], foreignColumns: [groups.id, groups.spaceId] }).onDelete('cascade'),
    uniqueIndex('one pending request into a group')
      .on(t.groupId, t.personId)
      .where(sql`state = 'pending'`),
    index().on(t.personId),
    staffOnly(),
    seen('seen by the team', seated(t, 'view')),
    seen('seen by whoever asked', sql`${t.personId} = ${me}`),
  ],
)
