import { eq } from 'drizzle-orm'
import { asPerson } from '#access/signed-in.ts'
import { events } from '#events/tables.ts'
import { seedComments } from '#features/comments/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { completeTask, createTask } from './actions.ts'

interface SeedTask {
  key: string
  group: string | null
  audience: 'everyone' | 'team'
  title: string
  description?: string
  creator: string
  responsible: string
  createdDaysAgo: number
  dueInDays?: number
  completedDaysAgo?: number
  comments?: { author: string; text: string; hoursAfter: number }[]
}

interface SeedIds {
  people: Map<string, string>
  groups: Map<string, string>
}

const hour = 3_600_000
const day = 24 * hour
/** Milliseconds; what is told a minute after it happened is of the past (notices). */
const broughtInAfter = 120_000

/** What is of today happened an hour ago. */
const daysAgo = (days: number): Date => new Date(Date.now() - (days === 0 ? hour : days * day))

/** Deadlines of the sample are at the end of a working day, in UTC. */
const endOfDay = (inDays: number): Date => new Date(new Date(Date.now() + inDays * day).setUTCHours(16, 0, 0, 0))

/**
 * Sets tasks as the people of the sample would, the oldest first, then sets the clocks back. No letters leave for them:
 * they are as old as the sample says from the moment they are written.
 */
export async function seedTasks(platform: Platform, sample: SeedTask[], ids: SeedIds): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  for (const task of sample.toSorted((a, b) => b.createdDaysAgo - a.createdDaysAgo))
    made.set(task.key, await seedTask(platform, task, ids))
  return made
}

async function seedTask(platform: Platform, sample: SeedTask, ids: SeedIds): Promise<string> {
  const { title, description = '', audience, group, createdDaysAgo, dueInDays, completedDaysAgo } = sample
  const creatorId = known(ids.people, sample.creator)
  const responsibleId = known(ids.people, sample.responsible)
  const groupId = group === null ? null : known(ids.groups, group)
  const deadline = dueInDays === undefined ? null : endOfDay(dueInDays).toISOString()
  const setAt = daysAgo(createdDaysAgo)
  const { id } = await asPerson(platform.database, creatorId, (tx) =>
    createTask(tx, { id: creatorId }, { title, description, groupId, responsibleId, deadline, audience }, setAt),
  )
  const comments = (sample.comments ?? []).map(({ author, text, hoursAfter }) => ({
    authorId: known(ids.people, author),
    text,
    at: new Date(setAt.getTime() + hoursAfter * hour),
  }))
  await seedComments(platform, id, comments)
  if (completedDaysAgo !== undefined)
    await asPerson(platform.database, responsibleId, (tx) => completeTask(tx, id, daysAgo(completedDaysAgo)))
  // A while after it happened: so it is known to be brought in, whenever it is relayed, and no letter goes.
  const toldAt = new Date(setAt.getTime() + broughtInAfter)
  await asKeeper(platform.database, (tx) => tx.update(events).set({ at: toldAt }).where(eq(events.aboutId, id)))
  return id
}

function known(ids: Map<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`Nothing in the sample is called ${key}.`)
  return id
}
