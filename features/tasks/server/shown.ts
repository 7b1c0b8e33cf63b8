import { eq } from 'drizzle-orm'
import { shown, type Shown } from '#events/shown.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { taskCompleted, taskCreated } from '../events.ts'
import { tasks } from './tables.ts'

const noun = 'task'
const thing = ({ aboutId }: { aboutId: string }) => aboutId

/** Titles of tasks that the person asking sees. */
async function names(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.select({ id: tasks.id, title: tasks.title }).from(tasks).where(among(tasks.id, ids))
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** What of tasks stands in the feed of their group (FEED-3). */
export const tasksShown: Shown[] = [
  shown(taskCreated, {
    noun,
    thing,
    names,
    async at(tx, { aboutId }) {
      const [task] = await tx.select({ at: tasks.createdAt }).from(tasks).where(eq(tasks.id, aboutId))
      return task?.at ?? null
    },
  }),
  shown(taskCompleted, {
    noun,
    thing,
    names,
    async at(tx, { aboutId }) {
      const [task] = await tx.select({ at: tasks.completedAt }).from(tasks).where(eq(tasks.id, aboutId))
      return task?.at ?? null
    },
  }),
]
