import { sql } from 'drizzle-orm'
import { me } from '#access/rules.ts'
import { dayIn } from '#features/groups/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { CalendarEvent, EventAnswer } from '../contract.ts'
import { calendarEvents } from './tables.ts'

/** What these posts invite to, with who comes in numbers and what the person asking said. */
export async function calendarEventsOf(tx: Tx, postIds: string[]): Promise<Map<string, CalendarEvent>> {
  const counted = (answer: EventAnswer) =>
    sql<number>`(select count(*)::int from calendar_answers a where a.post_id = calendar_events.post_id and a.answer = ${sql.raw(`'${answer}'`)})`
  const rows = await tx
    .select({
      event: calendarEvents,
      yes: counted('yes'),
      maybe: counted('maybe'),
      no: counted('no'),
      mine: sql<EventAnswer | null>`(select a.answer from calendar_answers a where a.post_id = calendar_events.post_id and a.person_id = ${me})`,
    })
    .from(calendarEvents)
    .where(among(calendarEvents.postId, postIds))
  return new Map(
    rows.map(({ event, mine, ...answers }) => {
      const { postId, title, place, startsAt, endsAt, timeZone } = event
      return [postId, { title, place, startsAt, endsAt, days: daysOf(event), timeZone, answers, mine }]
    }),
  )
}

/** The days of something that is on whole days, the last one included, as they are written in its zone. */
function daysOf({ wholeDays, startsAt, endsAt, timeZone }: typeof calendarEvents.$inferSelect): CalendarEvent['days'] {
  if (!wholeDays) return null
  return { first: dayIn(timeZone, startsAt), last: dayIn(timeZone, new Date(endsAt.getTime() - 1)) }
}
