import { sql, type SQL } from 'drizzle-orm'
import { check, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { PgPolicy } from 'drizzle-orm/pg-core'
import { added, changed, onlyIf, removed, seen, staffOnly, type PlacedColumns } from './rules.ts'
import { spaces } from './tables.ts'

/** The tools of a group (GRP-4), by the nouns of what stands in each. A later tool adds its line here. */
export const toolOf = { post: 'feed', task: 'tasks' } as const
export type Tool = (typeof toolOf)[keyof typeof toolOf]

/** Each of them once, in the order of their tabs. */
export const tools = ['feed', 'tasks'] as const satisfies Tool[]

/** The tool in which something stands, by its noun; null for what stands in none: a group itself. */
export const toolOfKind = (kind: string): Tool | null =>
  (Object.entries(toolOf) as [string, Tool][]).find(([noun]) => noun === kind)?.[1] ?? null

/** Whom a group lets see, add or change something: its owner, owner and moderators, those who work here, all members. */
export const whoInTool = ['owner', 'keepers', 'team', 'members'] as const
export type WhoInTool = (typeof whoInTool)[number]

const who = (name: string) => text(name, { enum: whoInTool }).notNull().default('members')
const owned = (t: { spaceId: PlacedColumns['spaceId'] }): SQL =>
  sql`${t.spaceId} in (select unnest((select access.my_owned_spaces())::uuid[]))`

/** How the tools of a group are set, where that is otherwise than all members seeing, adding and changing. */
export const toolSettings = pgTable(
  'tools',
  {
    spaceId: uuid('space_id')
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    tool: text({ enum: tools }).notNull(),
    /** Since when nobody has it. What stands in it is kept. */
    offAt: timestamp('off_at', { withTimezone: true }),
    viewers: who('viewers'),
    adders: who('adders'),
    changers: who('changers'),
  },
  (t) => [
    primaryKey({ columns: [t.spaceId, t.tool] }),
    check(
      'a tool is set for those whom a group knows',
      sql`${sql.join(
        [t.viewers, t.adders, t.changers].map((column) => sql`${column} in ('owner', 'keepers', 'team', 'members')`),
        sql` and `,
      )}`,
    ),
    staffOnly(),
    seen('seen by the team', sql`${t.spaceId} in (select unnest((select access.my_spaces(1))::uuid[]))`),
    added('set by the owner', owned(t)),
    changed('set anew by the owner', owned(t), [t.offAt, t.viewers, t.adders, t.changers]),
    removed('set back by the owner', owned(t)),
  ],
)

type Act = 'view' | 'add' | 'change'
type Standing = Pick<PlacedColumns, 'spaceId' | 'audienceId'>

/** Where a tool is shut to the person asking, as ids: asked once per statement. Nearly always none, and then a row costs next to nothing. */
export const shut = (tool: Tool | '', act: Act): SQL =>
  sql`(select access.my_shut(${sql.raw(`'${tool}'`)}, ${sql.raw(`'${act}'`)}))::uuid[]`

/** True unless a tool of the group is shut to the person asking. One array in place of a hash: each rule of each statement has to be set up, and this is. */
export const toolOpen = (t: Standing, tool: Tool, act: Act): SQL =>
  sql`not (${shut(tool, act)}) && array[${t.spaceId}, ${t.audienceId}]`

/** The same for rows of which a column says the noun of what they are about. */
const openFor = (t: Standing, kind: PlacedColumns['spaceId'], act: Act): SQL =>
  sql`case ${kind} ${sql.join(
    Object.entries(toolOf).map(([noun, tool]) => sql`when ${sql.raw(`'${noun}'`)} then ${toolOpen(t, tool, act)}`),
    sql` `,
  )} else true end`

/** Holds what stands in a tool to whom the group gives it, on top of the rules of its audience. Whoever `works` on a row changes it in any case. */
export function inTool(t: Standing, tool: Tool, works?: SQL): PgPolicy[] {
  const change = toolOpen(t, tool, 'change')
  return [
    onlyIf('seen where its tool is open', 'select', toolOpen(t, tool, 'view')),
    onlyIf('added where its tool is open', 'insert', toolOpen(t, tool, 'add')),
    onlyIf(
      'changed where its tool is open',
      'update',
      works ? sql`case when ${works} then true else ${change} end` : change,
      toolOpen(t, tool, 'view'),
    ),
    onlyIf('removed where its tool is open', 'delete', change),
  ]
}

/** The same for what only is about things in tools, each saying its noun. */
export const aboutTools = (t: Standing, kind: PlacedColumns['spaceId']): PgPolicy =>
  onlyIf('where the tool it is about is open', 'all', openFor(t, kind, 'view'))

/** Holds what hangs below a thing to those who see the thing. That is asked only where some tool is shut to the person asking. */
export const belowTools = (t: Standing, thing: SQL): PgPolicy =>
  onlyIf(
    'where what it hangs below is open',
    'all',
    sql`case when ${t.spaceId} = any (${shut('', 'view')}) then ${thing} else true end`,
  )
