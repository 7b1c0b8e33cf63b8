import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { shelfIds } from '#access/shelves.ts'
import { entriesBelow, marksOf } from '#features/comments/server/door.ts'
import { inPeriod, pageOfArchive as limit, type Entry, type Part, type Reading } from '#features/exports/server/door.ts'
import { label, say } from '#ui/words/catalogue.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import { tasksBy } from './queries.ts'
import { tasks } from './tables.ts'

interface Which {
  count: (reading: Reading) => SQL | undefined
  page: (reading: Reading, after: string | undefined) => SQL | undefined
}

const partOf = (which: Which): Part => ({
  name: 'tasks',
  title: label(tasksWords, (words) => words.title),
  count: (tx, reading) => tx.$count(tasks, which.count(reading)),
  async page(tx, reading, after) {
    const found = await tasksBy(tx, which.page(reading, after), limit + 1)
    const page = found.slice(0, limit)
    const below = await entriesBelow(tx, reading.group ? page : [], reading.me.language)
    return {
      items: page.map((task) => entryOf(task, below(task.id), reading)),
      next: found.length > limit ? (found[limit - 1]?.id ?? null) : null,
    }
  },
})

function entryOf(task: Task, below: Entry[], { me, group, former }: Reading): Entry {
  const words = say(tasksWords, me.language)
  const { may: _may, ...said } = task
  const facts: [string, string | Date][] = [[words.page.responsible, task.responsible?.name ?? former]]
  if (!group && task.group) facts.push([words.page.group, task.group.name])
  if (task.deadline) facts.push([words.page.deadline, task.deadline])
  if (task.completedAt) facts.push([words.due.done, task.completedAt])
  if (task.completedAt && task.completedBy) facts.push([words.page.completedBy, task.completedBy.name])
  return {
    at: task.createdAt,
    author: task.creator,
    title: task.title,
    text: task.description,
    marks: marksOf(task, me.language),
    facts,
    below,
    data: { ...said, comments: below.map(({ data }) => data) },
  }
}

const inGroup = (reading: Reading) =>
  and(eq(tasks.spaceId, reading.group?.spaceId ?? ''), inPeriod(tasks.createdAt, reading))

/** The tasks of a group with all comments, newest first. */
export const tasksOfGroup: Part = partOf({
  count: inGroup,
  page: (reading, after) =>
    sql`${tasks.id} in (${shelfIds(tasks, {
      where: inPeriod(tasks.createdAt, reading),
      limit: limit + 1,
      ...(reading.group ? { spaceId: reading.group.spaceId } : {}),
      ...(after ? { after } : {}),
    })})`,
})

const naming = ({ me }: Reading) => or(eq(tasks.responsibleId, me.id), eq(tasks.authorId, me.id))

/** The tasks that somebody set or is responsible for. */
export const ownTasks: Part = partOf({
  count: naming,
  page: (reading, after) => and(naming(reading), after ? sql`${tasks.id} < ${after}` : undefined),
})
