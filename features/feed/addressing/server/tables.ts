import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { iAmEmployee, seated, seen } from '#access/rules.ts'
import { audiences, people } from '#access/tables.ts'
import { groups } from '#features/groups/server/tables.ts'
import { departments } from '#features/people/server/tables.ts'

/**
 * The audiences of what is said to more or others than one group, each by whom it is for: whoever writes to the very same again writes into the same
 * (docs/decisions/0023-addressed-posts.md). The keeper's alone: whose is which would tell who writes to whom.
 */
export const addressings = pgTable(
  'addressings',
  {
    audienceId: uuid('audience_id').primaryKey(),
    spaceId: uuid('space_id').notNull(),
    /** All of them in one word; null where nothing new is said there any more. */
    key: text(),
  },
  (t) => [
    unique('one place for the same people').on(t.key),
    foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
      'cascade',
    ),
  ],
).enableRLS()

/**
 * Who was named when something was addressed. A reader learns of those alone whom they may know: of departments, of everyone who works here and of teams
 * nobody from outside does; those who work here learn of all people named, whom they read beside. Written by the keeper, with the seats.
 */
export const addressees = pgTable(
  'addressees',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    kind: text({ enum: ['everyone', 'department', 'group', 'person'] }).notNull(),
    personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
    groupId: uuid('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    departmentId: uuid('department_id').references(() => departments.id, { onDelete: 'set null' }),
    /** Of a department all below it too. */
    below: boolean().notNull().default(false),
    /** Of a group those alone who work here. */
    team: boolean().notNull().default(false),
  },
  (t) => [
    index().on(t.audienceId),
    index().on(t.groupId),
    index().on(t.personId),
    index().on(t.departmentId),
    foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
      'cascade',
    ),
    check(
      'an addressee is of its kind',
      sql`(${t.kind} = 'person') = (${t.personId} is not null) and (${t.kind} = 'group') = (${t.groupId} is not null)`,
    ),
    seen(
      'seen by its audience, as far as a reader knows whom it names',
      sql`case when ${seated(t, 'view')} then case ${t.kind} when 'person' then ${iAmEmployee} or exists (select 1 from people p where p.id = ${t.personId}) when 'group' then (not ${t.team} or ${iAmEmployee}) and exists (select 1 from groups g where g.id = ${t.groupId}) else ${iAmEmployee} end else false end`,
    ),
  ],
)
