import { and, eq, getTableColumns, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { found, invalid } from '#access/errors.ts'
import { me, notArchived, seated } from '#access/rules.ts'
import { shelfIds } from '#access/shelves.ts'
import { audiences } from '#access/tables.ts'
import { toolOpen } from '#access/tools.ts'
import { commentCounts } from '#features/comments/server/door.ts'
import { groupRow, keptApart, laneNames, namesIn } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ListedTasks, Task } from '../contract.ts'
import { due, tasks } from './tables.ts'

type TaskRow = typeof tasks.$inferSelect

/** The row of a task that the person asking sees. */
export async function taskRow(tx: Tx, id: string): Promise<TaskRow> {
  const [row] = await tx.select().from(tasks).where(eq(tasks.id, id))
  return found(row)
}

/** One task as it is answered. */
export async function getTask(tx: Tx, id: string): Promise<Task> {
  const [task] = await tasksIn(tx, await select(tx).where(eq(tasks.id, id)))
  return found(task)
}

/** A page of the tasks that one sees: all, of a group, or those that name oneself. */
export async function listTasks(tx: Tx, query: ListedTasks) {
  const { limit, sort } = query
  const rows = await select(tx)
    .where(await chosen(tx, query))
    .orderBy(...(sort === 'deadline' ? [due, tasks.id] : [sql`${tasks.id} desc`]))
    .limit(limit + 1)
  const items = await tasksIn(tx, rows.slice(0, limit))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf(last, sort) : null }
}

/** Tasks under a condition, newest first. */
export async function tasksBy(tx: Tx, where: SQL | undefined, most: number): Promise<Task[]> {
  return tasksIn(
    tx,
    await select(tx)
      .where(where)
      .orderBy(sql`${tasks.id} desc`)
      .limit(most),
  )
}

/** How many open tasks the person asking is responsible for, and how many of those are late. What stands in an archived group waits for nobody. */
export async function countTasks(tx: Tx): Promise<{ open: number; overdue: number }> {
  const [counted] = await tx
    .select({
      open: sql<number>`count(*)::int`,
      overdue: sql<number>`count(*) filter (where ${tasks.deadline} < now())::int`,
    })
    .from(tasks)
    .where(and(eq(tasks.responsibleId, me), isNull(tasks.completedAt), notArchived(tasks.spaceId)))
  return found(counted)
}

const states = { open: isNull(tasks.completedAt), completed: isNotNull(tasks.completedAt), all: undefined }

/** Tasks that name oneself are few and have indexes by person; all others are walked shelf by shelf. */
async function chosen(
  tx: Tx,
  { group, state, mine, setByMe, sort, after, limit }: ListedTasks,
): Promise<SQL | undefined> {
  const spaceId = group && (await groupRow(tx, group)).spaceId
  const where = and(
    states[state],
    // Open tasks are those that can be worked on; on the page of an archived group they are still listed.
    state === 'open' && !group ? notArchived(tasks.spaceId) : undefined,
    mine ? eq(tasks.responsibleId, me) : undefined,
    setByMe ? eq(tasks.authorId, me) : undefined,
    after ? beyond(after, sort) : undefined,
  )
  if (mine || setByMe) return and(where, spaceId ? eq(tasks.spaceId, spaceId) : undefined)
  return sql`${tasks.id} in (${shelfIds(tasks, { tool: 'tasks', where, spaceId, limit: limit + 1, by: sort === 'deadline' ? due : undefined })})`
}

const never = 'infinity'
const cursorOf = ({ id, deadline }: Task, sort: ListedTasks['sort']): string =>
  sort === 'deadline' ? `${deadline?.toISOString() ?? never}_${id}` : id

/** What follows the row that a cursor names. */
function beyond(after: string, sort: ListedTasks['sort']): SQL {
  const [, at = null, id] = /^(?:(infinity|\d{4}-\d\d-\d\dT[\d:.]+Z)_)?([\da-f-]{36})$/.exec(after) ?? []
  if (!id || (sort === 'deadline') !== (at !== null))
    throw invalid('after', 'This is not where a page of this list ended.')
  return at === null ? sql`${tasks.id} < ${id}` : sql`(${due}, ${tasks.id}) > (${at}::timestamptz, ${id}::uuid)`
}

const select = (tx: Tx) =>
  tx
    .select({
      ...getTableColumns(tasks),
      mayChange: sql<boolean>`${seated(tasks, 'edit')} and case when ${tasks.responsibleId} = ${me} then true else ${toolOpen(tasks, 'tasks', 'change')} end`,
    })
    .from(tasks)
    .$dynamic()

/** Rows as they are answered: people, groups and counts as the person asking may know them. */
async function tasksIn(tx: Tx, rows: (TaskRow & { mayChange: boolean })[]): Promise<Task[]> {
  const rooms = await groupsOf(tx, rows)
  const named = await namesIn(
    tx,
    rooms.values(),
    rows.flatMap((row) => [row.authorId, row.responsibleId, row.completedBy]),
  )
  const counts = await commentCounts(
    tx,
    rows.map((row) => row.id),
  )
  const lanes = await lanesOf(tx, rows, rooms)
  return rows.map((row) => {
    const { id, title, description, deadline, completedAt, createdAt } = row
    const room = rooms.get(row.groupId ?? '')
    const somebody = (personId: string | null) => named(personId, room)
    return {
      id,
      title,
      description,
      group: room
        ? {
            id: room.id,
            name: room.name,
            external: room.externalSince !== null,
            voice: room.isolation === 'voice',
            archived: room.archivedAt !== null,
          }
        : null,
      ...forWhom(row, lanes),
      creator: somebody(row.authorId),
      responsible: somebody(row.responsibleId),
      deadline,
      completedAt,
      completedBy: somebody(row.completedBy),
      createdAt,
      comments: counts.get(id) ?? 0,
      may: { change: row.mayChange },
    }
  })
}

type ForWhom = Pick<Task, 'audience' | 'lane'>

const forWhom = ({ groupId, audienceId }: TaskRow, inside: Map<string, ForWhom>): ForWhom =>
  groupId === null
    ? { audience: 'named', lane: null }
    : (inside.get(audienceId) ?? { audience: 'everyone', lane: null })

/** Of the audiences of tasks in groups, those for fewer than everyone. Most tasks are for everyone, and then nothing is asked. */
async function lanesOf(tx: Tx, rows: TaskRow[], rooms: Awaited<ReturnType<typeof groupsOf>>) {
  const inside = [
    ...new Set(
      rows.flatMap(({ groupId, audienceId }) =>
        groupId && rooms.get(groupId)?.audienceId !== audienceId ? [audienceId] : [],
      ),
    ),
  ]
  if (inside.length === 0) return new Map<string, ForWhom>()
  const lanes = await laneNames(tx, inside)
  const kinds = await tx
    .select({ id: audiences.id, kind: audiences.kind })
    .from(audiences)
    .where(among(audiences.id, inside))
  return new Map(
    kinds.map(({ id, kind }): [string, ForWhom] => {
      const lane = lanes.get(id) ?? null
      return [id, { audience: lane ? 'lane' : kind === 'team' ? 'team' : 'everyone', lane }]
    }),
  )
}

async function groupsOf(tx: Tx, rows: TaskRow[]) {
  const ids = [...new Set(rows.map((row) => row.groupId))].filter((id) => id !== null)
  const found =
    ids.length > 0
      ? await tx
          .select({ ...getTableColumns(groups), apart: keptApart })
          .from(groups)
          .where(among(groups.id, ids))
      : []
  return new Map(found.map((group) => [group.id, group]))
}
