import { ORPCError } from '@orpc/server'
import { and, eq, isNull } from 'drizzle-orm'
import { notFound } from '#access/errors.ts'
import { asPerson } from '#access/signed-in.ts'
import { waitsInLobby } from '#access/spaces.ts'
import { signIns } from '#access/sign-in-tables.ts'
import { people, reaches } from '#access/tables.ts'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import { groupSeparations } from '#features/groups/server/tables.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import { lettersAtOnce, type Message } from '#platform/mail/mail.ts'
import type { Platform } from '#platform/platform.ts'
import { letterAbout } from './letter.ts'
import { getTask, taskRow } from './queries.ts'
import { answersTo } from './slots.ts'
import { tasks } from './tables.ts'

interface LetterToWrite {
  taskId: string
  personId: string
  byId: string
}

/** The letter to whom a task was set for (TASK-2), if it still is theirs and they may still read it. */
export const tasksLetter: Job<LetterToWrite> = {
  name: 'tasks.letter',
  atOnce: lettersAtOnce,
  run: async (data, platform) => {
    const letter = await compose(platform, data)
    if (letter) await platform.mail.send(letter)
  },
}

async function compose(platform: Platform, { taskId, personId, byId }: LetterToWrite): Promise<Message | null> {
  const here = and(eq(people.id, personId), isNull(people.dismissedAt))
  const [reader] = await asKeeper(platform.database, (tx) =>
    tx
      .select({ name: people.name, language: people.language, timeZone: people.timeZone, email: reaches.email })
      .from(people)
      .innerJoin(reaches, eq(reaches.personId, people.id))
      // Whoever was added and has not come yet has not shown that the address is theirs.
      .innerJoin(signIns, eq(signIns.id, people.id))
      .where(here),
  )
  const to = reader && parseAddress(reader.email)
  if (!to) return null
  // Everything in the letter is read as its reader: what they may not see cannot be in it.
  const seen = await asPerson(platform.database, personId, async (tx) => {
    // Whoever waits in the lobby meets no task anywhere else either.
    if (await waitsInLobby(tx)) throw notFound()
    const task = await getTask(tx, taskId)
    const room = await roomIn(tx, (await taskRow(tx, taskId)).spaceId)
    const by = (await namesIn(tx, [room], [byId]))(byId, room)
    return { task, by, portal: await portalFace(tx) }
  }).catch(hiddenByNow)
  if (!seen && (await isBeingMoved(platform.database, taskId)))
    throw new Error('The group of this task is being separated; the letter is tried again later.')
  if (!seen || seen.task.responsible?.id !== personId || seen.task.completedAt) return null
  const url = new URL(`/tasks/${taskId}`, platform.settings.url).href
  const replyTo = await asKeeper(platform.database, (tx) => answersTo(tx, platform, { threadId: taskId, personId }))
  return { to, name: reader.name, ...(replyTo ? { replyTo } : {}), ...letterAbout({ ...seen, reader, url }) }
}

/** While a large group is being separated nobody from outside reads there: what is hidden now is not hidden for good. */
async function isBeingMoved(database: Database, taskId: string): Promise<boolean> {
  const rows = await asKeeper(database, (tx) =>
    tx
      .select({ id: tasks.id })
      .from(tasks)
      .innerJoin(groupSeparations, eq(groupSeparations.groupId, tasks.groupId))
      .where(eq(tasks.id, taskId)),
  )
  return rows.length > 0
}

function hiddenByNow(error: unknown): null {
  if (error instanceof ORPCError && error.code === 'NOT_FOUND') return null
  throw error
}
