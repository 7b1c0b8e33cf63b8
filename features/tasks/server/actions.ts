import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { me as asking } from '#access/rules.ts'
import { giveSeat, takeSeats } from '#access/spaces.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { openThread } from '#features/comments/server/door.ts'
import { groupRow, mustBeOpen, mustUse } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ChangedTask, CreatedTask, Task } from '../contract.ts'
import { taskChanged, taskCompleted, taskCreated, taskReopened } from '../events.ts'
import { mustBeThere, placeFor } from './places.ts'
import { getTask, taskRow } from './queries.ts'
import { tasks } from './tables.ts'

type Row = typeof tasks.$inferSelect

/** Sets a task, in a group or between two. `setAt` is for what is brought in from the past. */
export async function createTask(tx: Tx, me: Pick<Me, 'id'>, input: CreatedTask, setAt?: Date): Promise<Task> {
  const { title, description, responsibleId } = input
  const place = await placeFor(tx, me, input)
  const [row] = await tx
    .insert(tasks)
    .values({
      ...place,
      title,
      description,
      responsibleId,
      authorId: me.id,
      deadline: input.deadline ? new Date(input.deadline) : null,
      ...(setAt ? { createdAt: setAt } : {}),
    })
    .returning()
  const task = found(row)
  await openThread(tx, { ...task, kind: 'task' })
  await tell(tx, taskCreated, { about: task, data: { title, responsibleId } })
  return getTask(tx, task.id)
}

/** Changes what a task says, who is responsible, until when. What stays as it was is no change. */
export async function changeTask(tx: Tx, me: Pick<Me, 'id'>, { id, ...asked }: ChangedTask): Promise<Task> {
  const present = await taskRow(tx, id)
  const changes = differing(present, asked)
  const shown = await getTask(tx, id)
  // Whoever is not named to the person asking is to them nobody, also where they are responsible already (GRP-7).
  if (asked.responsibleId && asked.responsibleId !== shown.responsible?.id)
    await mustBeThere(tx, present, asked.responsibleId)
  if (Object.keys(changes).length === 0) return shown
  if (changes.responsibleId && present.groupId === null) mustBeCreator(me, present)
  const [row] = await tx.update(tasks).set(changes).where(eq(tasks.id, id)).returning()
  if (!row) return refuseChange(tx, present)
  if (changes.responsibleId && present.groupId === null) await handOver(tx, present, changes.responsibleId)
  const { title } = row
  const { responsibleId } = changes
  const until = changes.deadline !== undefined ? { until: true } : {}
  await tell(tx, taskChanged, { about: row, data: { title, ...(responsibleId ? { responsibleId } : {}), ...until } })
  return getTask(tx, id)
}

/** Completes a task. Doing so again, or at the same moment as somebody else, changes and tells nothing. `doneAt` is for what is brought in from the past. */
export async function completeTask(tx: Tx, id: string, doneAt?: Date): Promise<Task> {
  const [row] = await tx
    .update(tasks)
    .set({ completedAt: doneAt ?? sql`now()`, completedBy: asking })
    .where(and(eq(tasks.id, id), isNull(tasks.completedAt)))
    .returning()
  if (row) await tell(tx, taskCompleted, { about: row, data: { title: row.title } })
  return settled(tx, id, (task) => task.completedAt !== null)
}

/** Opens a completed task again; an open one stays as it is. */
export async function reopenTask(tx: Tx, id: string): Promise<Task> {
  const [row] = await tx
    .update(tasks)
    .set({ completedAt: null, completedBy: null })
    .where(and(eq(tasks.id, id), isNotNull(tasks.completedAt)))
    .returning()
  if (row) await tell(tx, taskReopened, { about: row, data: { title: row.title } })
  return settled(tx, id, (task) => task.completedAt === null)
}

/** The task as it now is. Who sees it and may not change it hears that; to others it does not exist. */
async function settled(tx: Tx, id: string, isSo: (task: Task) => boolean): Promise<Task> {
  const task = await getTask(tx, id)
  if (!isSo(task)) return refuseChange(tx, await taskRow(tx, id))
  return task
}

type Changes = Partial<Pick<Row, 'title' | 'description' | 'responsibleId' | 'deadline'>>

function differing(present: Row, { title, description, responsibleId, deadline }: Omit<ChangedTask, 'id'>): Changes {
  const until = deadline === undefined ? present.deadline : deadline === null ? null : new Date(deadline)
  return {
    ...(title !== undefined && title !== present.title ? { title } : {}),
    ...(description !== undefined && description !== present.description ? { description } : {}),
    ...(responsibleId !== undefined && responsibleId !== present.responsibleId ? { responsibleId } : {}),
    ...(until?.getTime() !== present.deadline?.getTime() ? { deadline: until } : {}),
  }
}

/** A task between two stands in its creator's own room, so only they can give seats in it. */
function mustBeCreator(me: Pick<Me, 'id'>, task: Row): void {
  if (task.authorId !== me.id)
    throw refused(
      'CREATOR_HANDS_OVER',
      'Only the person who set this task can give it to somebody else. Ask them, or set a task of your own.',
    )
}

/** Between two, whoever becomes responsible is seated in place of who was. */
async function handOver(
  tx: Tx,
  { spaceId, audienceId, authorId, ...before }: Row,
  responsibleId: string,
): Promise<void> {
  if (before.responsibleId !== authorId) await takeSeats(tx, spaceId, before.responsibleId, audienceId)
  if (responsibleId !== authorId)
    await giveSeat(tx, { spaceId, audienceId, personId: responsibleId, level: 'edit', because: 'responsible' })
}

async function refuseChange(tx: Tx, { groupId }: Row): Promise<never> {
  if (groupId) {
    const group = await groupRow(tx, groupId)
    mustBeOpen(group)
    await mustUse(tx, group, 'tasks', 'change')
  }
  throw refused('TAKING_PART_ONLY', 'Only those who take part in this task can change it. Ask whoever set it.')
}
