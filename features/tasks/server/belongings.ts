import { and, count, eq, isNull, or, sql } from 'drizzle-orm'
import { readersAmong } from '#access/readers.ts'
import { giveSeat, takeSeats } from '#access/spaces.ts'
import { appearances, seats } from '#access/tables.ts'
import { levelName, type Level } from '#access/levels.ts'
import { tell } from '#events/tell.ts'
import { members } from '#features/groups/server/tables.ts'
import type { Belongings, Leaving } from '#features/people/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { taskChanged } from '../events.ts'
import { tasks } from './tables.ts'

type Row = typeof tasks.$inferSelect

/** A task that a move took away: whom it was given to, and the seat that the person had in it. */
interface Took {
  taskId: string
  to: string | null
  seat: { level: Level; because: string } | null
}

/** What tasks keep of a person: what they are responsible for, and the seats in what stands between two. */
export const tasksBelongings: Belongings = {
  of: 'tasks',
  async needs(tx, personId) {
    const open = await tx.select({ id: tasks.id }).from(tasks).where(isOpenWith(personId))
    return { tasks: open.map(({ id }) => id) }
  },
  async name(tx, needs) {
    const theirs = among(tasks.id, needs.tasks)
    const first = await tx
      .select({ id: tasks.id, name: tasks.title })
      .from(tasks)
      .where(theirs)
      .orderBy(tasks.id)
      .limit(10)
    return { tasks: { readable: await tx.$count(tasks, theirs), first } }
  },
  async look(tx) {
    const [open] = await tx.select({ n: count() }).from(tasks).where(isNull(tasks.completedAt))
    return { tasks: open?.n ?? 0 }
  },
  async handOver(tx, leaving) {
    if (!leaving.heirId) return
    for (const task of await tx.select().from(tasks).where(isOpenWith(leaving.personId)).for('update'))
      await give(tx, task, leaving)
  },
  async bringIn(tx, moving) {
    if (moving.to === 'employee') return { kept: [], handed: {} }
    const took: Took[] = []
    for (const task of await betweenTwo(tx, moving.personId)) {
      const other = task.authorId === moving.personId ? task.responsibleId : task.authorId
      if (other === moving.personId || (await meets(tx, moving.personId, other))) continue
      const seat = await takeSeat(tx, task, moving.personId)
      const to = isOpen(task) && task.responsibleId === moving.personId ? await give(tx, task, moving) : null
      took.push({ taskId: task.id, to, seat })
    }
    for (const task of await tx.select().from(tasks).where(isOpenWith(moving.personId)).for('update')) {
      if ((await readersAmong(tx, task.audienceId, [moving.personId], 'tasks')).length > 0) continue
      took.push({ taskId: task.id, to: await give(tx, task, moving), seat: null })
    }
    return {
      kept: took.map((row) => ({ ...row })),
      handed: { tasks: took.flatMap(({ taskId, to }) => (to ? [taskId] : [])) },
    }
  },
  async giveBack(tx, { personId, byId }, _taken, kept) {
    for (const { taskId, to, seat } of kept as unknown as Took[]) {
      const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId)).for('update')
      if (!task) continue
      if (seat) await seatIn(tx, task, personId, seat)
      const isStill = to !== null && isOpen(task) && task.responsibleId === to
      if (isStill && (await readersAmong(tx, task.audienceId, [personId], 'tasks')).length > 0)
        await handTo(tx, task, personId, byId)
    }
  },
}

const isOpenWith = (personId: string) => and(eq(tasks.responsibleId, personId), isNull(tasks.completedAt))
const isOpen = (task: Row): boolean => task.completedAt === null

const betweenTwo = (tx: Tx, personId: string): Promise<Row[]> =>
  tx
    .select()
    .from(tasks)
    .where(and(isNull(tasks.groupId), or(eq(tasks.authorId, personId), eq(tasks.responsibleId, personId))))
    .for('update')

/**
 * Gives a task to the heir; one in a group that the heir is not in, to the owner of the group: nobody comes to see more by inheriting.
 */
async function give(tx: Tx, task: Row, { heirId, ownerId, byId }: Leaving): Promise<string> {
  const to =
    task.groupId === null
      ? (heirId ?? ownerId)
      : await memberFor(tx, { ...task, groupId: task.groupId }, heirId, ownerId)
  await handTo(tx, task, to, byId)
  return to
}

async function memberFor(
  tx: Tx,
  { groupId, audienceId }: { groupId: string; audienceId: string },
  heirId: string | null,
  ownerId: string,
): Promise<string> {
  const among = await tx
    .select({ id: members.personId, role: members.role })
    .from(members)
    .where(and(eq(members.groupId, groupId), or(eq(members.personId, heirId ?? ownerId), eq(members.role, 'owner'))))
  const seeing = heirId ? await readersAmong(tx, audienceId, [heirId], 'tasks') : []
  const found =
    among.find(({ id }) => id === heirId && seeing.includes(id)) ?? among.find(({ role }) => role === 'owner')
  return found?.id ?? ownerId
}

/** Makes somebody responsible; between two they are seated in place of who was. */
async function handTo(tx: Tx, task: Row, to: string, by: string): Promise<void> {
  if (task.responsibleId === to) return
  await tx.update(tasks).set({ responsibleId: to }).where(eq(tasks.id, task.id))
  if (task.groupId === null) {
    if (task.responsibleId !== task.authorId) await takeSeats(tx, task.spaceId, task.responsibleId, task.audienceId)
    if (to !== task.authorId) await seatIn(tx, task, to, { level: 'edit', because: 'responsible' })
  }
  await tell(tx, taskChanged, { about: task, data: { title: task.title, responsibleId: to }, by })
}

async function seatIn(tx: Tx, task: Row, personId: string, seat: NonNullable<Took['seat']>): Promise<void> {
  await takeSeats(tx, task.spaceId, personId, task.audienceId)
  await giveSeat(tx, { spaceId: task.spaceId, audienceId: task.audienceId, personId, ...seat })
}

async function takeSeat(tx: Tx, task: Row, personId: string): Promise<Took['seat']> {
  const [held] = await tx
    .select({ level: seats.level, because: seats.because })
    .from(seats)
    .where(and(eq(seats.audienceId, task.audienceId), eq(seats.personId, personId)))
  await takeSeats(tx, task.spaceId, personId, task.audienceId)
  return held ? { level: levelName(held.level), because: held.because } : null
}

/** Whether an external meets somebody where both are: what stands between two stays with those who may still see each other. */
async function meets(tx: Tx, externalId: string, otherId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ met: boolean }>(
    sql`select exists (select from ${appearances} a, access.readers_among(a.audience_id, array[${externalId}]::uuid[], null) where a.person_id = ${otherId}) as met`,
  )
  return rows[0]?.met ?? false
}
