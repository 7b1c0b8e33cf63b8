import { eq } from 'drizzle-orm'
import type { Things } from '#features/notices/server/door.ts'
import { among } from '#platform/database/among.ts'
import { say } from '#ui/words/catalogue.ts'
import { tasksWords } from '../words.ts'
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
  async write(tx, ids, { language, timeZone }) {
    const { id, description, deadline } = tasks
    const rows = await tx.select({ id, description, deadline }).from(tasks).where(among(tasks.id, ids))
    const words = say(tasksWords, language).letter
    const moment = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone,
    })
    return new Map(
      rows.map((row) => {
        const until = row.deadline ? words.until({ moment: moment.format(row.deadline) }) : words.noDeadline
        return [row.id, { quote: row.description, lines: [until] }]
      }),
    )
  },
  async over(tx, ids, personId) {
    const rows = await tx
      .select({ id: tasks.id, responsibleId: tasks.responsibleId, completedAt: tasks.completedAt })
      .from(tasks)
      .where(among(tasks.id, ids))
    const theirs = new Set(rows.flatMap((row) => (row.responsibleId === personId && !row.completedAt ? [row.id] : [])))
    // That it was given to somebody is no news once it is done, or somebody else's.
    return (id, happened) => happened === 'taskSet' && !theirs.has(id)
  },
}
