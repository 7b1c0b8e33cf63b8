import { eq } from 'drizzle-orm'
import { people } from '#access/tables.ts'
import { when } from '#events/when.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { notify } from '#features/notices/server/door.ts'
import type { Platform } from '#platform/platform.ts'
import { taskChanged, taskCompleted, taskCreated, taskReopened } from '../events.ts'
import { tasksLetter } from './jobs.ts'
import { tasks } from './tables.ts'

const day = 86_400_000

/** TASK-2: a letter goes to an external at once when a task is set for them, or given to them, by somebody else. */
export const tasksNotices = [
  when(taskCreated, async (told, tx, platform) => {
    const [task] = await tx.select({ createdAt: tasks.createdAt }).from(tasks).where(eq(tasks.id, told.aboutId))
    // A task that was brought in from the past, or that the relay found a day late, is no news.
    if (!task || task.createdAt.getTime() < Date.now() - day) return
    await queueLetter(tx, platform, { taskId: told.aboutId, personId: told.data.responsibleId, byId: told.actorId })
  }),
  when(taskCreated, async (told, tx, platform) => {
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, told.aboutId))
    if (task) await notify(tx, platform, told, { happened: 'taskSet', to: [task.responsibleId], since: task.createdAt })
  }),
  when(taskChanged, async (told, tx, platform) => {
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, told.aboutId))
    // What it says may be written over many times; that is no news.
    if (!task || !(told.data.responsibleId || told.data.until)) return
    // Whoever it is given to hears that it is theirs, and everybody else that something changed.
    const { responsibleId } = told.data
    if (responsibleId) await notify(tx, platform, told, { happened: 'taskSet', to: [responsibleId] })
    await notify(tx, platform, told, {
      happened: 'taskChanged',
      to: [task.authorId, task.responsibleId].filter((id) => id !== responsibleId),
    })
  }),
  when(taskCompleted, async (told, tx, platform) => {
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, told.aboutId))
    if (!task) return
    const to = [task.authorId, task.responsibleId]
    await notify(tx, platform, told, { happened: 'taskCompleted', to, since: task.completedAt ?? told.at })
  }),
  when(taskReopened, async (told, tx, platform) => {
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, told.aboutId))
    if (task) await notify(tx, platform, told, { happened: 'taskReopened', to: [task.authorId, task.responsibleId] })
  }),
  when(taskChanged, async (told, tx, platform) => {
    const { responsibleId } = told.data
    if (responsibleId)
      await queueLetter(tx, platform, { taskId: told.aboutId, personId: responsibleId, byId: told.actorId })
  }),
]

async function queueLetter(
  tx: Tx,
  platform: Platform,
  letter: { taskId: string; personId: string; byId: string },
): Promise<void> {
  if (letter.personId === letter.byId) return
  const [person] = await tx.select({ kind: people.kind }).from(people).where(eq(people.id, letter.personId))
  if (person?.kind === 'external') await platform.jobs.queue(tx, tasksLetter, letter)
}
