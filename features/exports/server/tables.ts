import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { iAmAdministrator, me, seated, seen } from '#access/rules.ts'
import { people } from '#access/tables.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const somebody = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => people.id)

/**
 * Records of groups (GRP-11) and copies of one's own data (PPL-11): who asked, for whom, how far they are. Each stands among the own things of
 * whom it is for. Written by the keeper, read by the two.
 */
export const exports = pgTable(
  'exports',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    readerId: somebody('reader_id'),
    askedBy: somebody('asked_by'),
    /** Null for a copy of one's own data. No reference: what is said of a group that is gone ends with the file. */
    groupId: uuid('group_id'),
    fromDay: date('from_day'),
    toDay: date('to_day'),
    /** The spaces and audiences that it was read through: whoever loses one of them loses the archive. */
    sight: uuid().array().notNull(),
    /** Marks of the tools of a group that it was read through: whoever is shut out of one of them loses it too (GRP-4). */
    tools: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    askedAt: moment('asked_at').notNull().defaultNow(),
    /** Who works on it now: a job that was taken for dead and comes back finds another one here, and stops. */
    runId: uuid('run_id'),
    attempts: integer().notNull().default(0),
    total: integer(),
    done: integer().notNull().default(0),
    size: bigint({ mode: 'number' }),
    finishedAt: moment('finished_at'),
    failedAt: moment('failed_at'),
  },
  (t) => [
    ...shelved(t),
    index().on(t.askedBy),
    check('it ends in one way', sql`num_nonnulls(${t.finishedAt}, ${t.failedAt}) < 2`),
    seen(
      'seen by whom it is for, while they see all that is in it',
      sql`case when ${t.readerId} = ${me} and ${seated(t, 'view')}
        and ${t.sight} <@ ((select access.my_spaces(1))::uuid[] || (select access.my_audiences(1))::uuid[])
        and not ${t.tools} && ((select access.my_shut_marks())::uuid[])
        then ${t.askedBy} <> ${t.readerId} or ${t.groupId} is null
          or exists (select 1 from members m where m.group_id = ${t.groupId} and m.person_id = ${me} and (m.role = 'owner' or ${iAmAdministrator}))
        else false end`,
    ),
    seen('seen by who gave it', sql`${t.askedBy} = ${me} and ${t.readerId} <> ${me}`),
  ],
)
