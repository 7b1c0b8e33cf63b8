import { and, eq, inArray } from 'drizzle-orm'
import { when, type Told } from '#events/when.ts'
import { notify } from '#features/notices/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { beginsSoon, eventChanged } from '../../events.ts'
import { eventReminder } from './jobs.ts'
import { calendarAnswers, calendarEvents } from './tables.ts'

const hour = 3_600_000

/** Puts off the reminder of what a new post invites to, or a changed one. */
export async function queueReminder(tx: Tx, platform: Platform, told: Told<unknown>): Promise<void> {
  const [event] = await tx.select().from(calendarEvents).where(eq(calendarEvents.postId, told.aboutId))
  if (!event || event.startsAt.getTime() < Date.now() + hour) return
  const after = new Date(event.startsAt.getTime() - hour)
  await platform.jobs.queue(
    tx,
    eventReminder,
    { postId: told.aboutId, startsAt: event.startsAt.toISOString() },
    { after },
  )
}

/** Whoever said that they come, or may come, is reminded, whoever invited too, and told when it is changed. Each is asked again whether they read it there. */
export const eventNotices = [
  when(beginsSoon, async (told, tx, platform) => {
    await notify(tx, platform, told, { happened: 'eventBegins', to: await coming(tx, told.aboutId), byClock: true })
  }),
  when(eventChanged, async (told, tx, platform) => {
    await queueReminder(tx, platform, told)
    await notify(tx, platform, told, { happened: 'eventChanged', to: await coming(tx, told.aboutId) })
  }),
]

/** Whoever said that they come or may come. */
async function coming(tx: Tx, postId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: calendarAnswers.personId })
    .from(calendarAnswers)
    .where(and(eq(calendarAnswers.postId, postId), inArray(calendarAnswers.answer, ['yes', 'maybe'])))
  return rows.map(({ id }) => id)
}
