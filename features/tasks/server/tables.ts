import { sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { me, rules } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { inTool } from '#access/tools.ts'
import { groups } from '#features/groups/server/tables.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const somebody = (name: string) => uuid(name).references(() => people.id)

/** The deadline as lists sort by it: those without one come last. */
export const due = sql`(coalesce(deadline, 'infinity'::timestamptz))`
const open = sql`completed_at is null`

/** Tasks. One in a group stands in the group's audience of everyone or of its team; one in none, in an audience of its own by name. */
export const tasks = pgTable(
  'tasks',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    groupId: uuid('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    description: text().notNull().default(''),
    authorId: somebody('author_id').notNull(),
    responsibleId: somebody('responsible_id').notNull(),
    deadline: moment('deadline'),
    completedAt: moment('completed_at'),
    completedBy: somebody('completed_by'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    ...shelved(t),
    index('tasks_open_in_space').on(t.spaceId, t.id.desc().nullsFirst()).where(open),
    index('tasks_open_in_audience').on(t.audienceId, t.id.desc().nullsFirst()).where(open),
    index('tasks_due_in_space').on(t.spaceId, due, t.id).where(open),
    index('tasks_due_in_audience').on(t.audienceId, due, t.id).where(open),
    index('tasks_of_responsible').on(t.responsibleId, t.id.desc().nullsFirst()),
    index('tasks_due_for_responsible').on(t.responsibleId, due, t.id).where(open),
    index('tasks_of_author').on(t.authorId, t.id.desc().nullsFirst()),
    index().on(t.groupId),
    ...inTool(t, 'tasks', sql`${t.responsibleId} = ${me}`),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      // In a group one sees, or among one's own things; for somebody one sees: else the keys would tell who and what exists.
      under: sql`case when ${t.groupId} is null then ${t.spaceId} = (select access.my_own_space()) else exists (select 1 from groups g where g.id = ${t.groupId} and g.space_id = ${t.spaceId}) end and exists (select 1 from people p where p.id = ${t.responsibleId})`,
      change: {
        by: 'edit',
        columns: [t.title, t.description, t.responsibleId, t.deadline, t.completedAt, t.completedBy],
      },
      remove: 'manage',
    }),
  ],
)
