import { eq } from 'drizzle-orm'
import { when } from '#events/when.ts'
import { notify } from '#features/notices/server/door.ts'
import { taskChanged, taskCompleted, taskCreated, taskReopened } from '../events.ts'
import { tasks } from './tables.ts'

/** Of a task is told whoever is to do it and whoever set it: people from outside by letter at once, unless they say otherwise (TASK-2). */
export const tasksNotices = [
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
]
