import { eq } from 'drizzle-orm'
import type { Things } from '#features/notices/server/door.ts'
import { among } from '#platform/database/among.ts'
import { tasks } from './tables.ts'

/** Tasks, for notices: whoever set one and whoever is responsible are told of what is said below it. */
export const tasksThings: Things = {
  kind: 'task',
  async look(tx, ids) {
    const { id, title, spaceId, audienceId } = tasks
    const rows = await tx.select({ id, title, spaceId, audienceId }).from(tasks).where(among(tasks.id, ids))
    return rows.map((row) => ({ ...row, path: `/tasks/${row.id}` }))
  },
  async partakers(tx, id) {
    const [task] = await tx
      .select({ authorId: tasks.authorId, responsibleId: tasks.responsibleId })
      .from(tasks)
      .where(eq(tasks.id, id))
    return task ? [task.authorId, task.responsibleId] : []
  },
}
