import { asPerson } from '#access/signed-in.ts'
import { daysAfter } from '#features/groups/server/door.ts'
import type { Platform } from '#platform/platform.ts'
import { confirm } from '../announcements/server/actions.ts'
import type { Badge } from '../appreciations/contract.ts'
import type { EventAnswer, NewCalendarEvent } from '../calendar-events/contract.ts'
import { answerEvent } from '../calendar-events/server/answering.ts'

/** What a post of the sample invites to, in days from today and hours of the day (UTC). */
export interface SeedEvent {
  title: string
  place: string
  inDays: number
  hours?: [from: number, to: number]
  /** On whole days: on how many. */
  lasts?: number
  answers: Partial<Record<EventAnswer, string[]>>
}

interface Added {
  announcement?: { confirmedBy: string[] }
  appreciation?: { badge: Badge; people: string[] }
  calendarEvent?: SeedEvent
}

/** What else stands in a post of the sample, as its author sends it. */
export const addedIn = ({ announcement, appreciation, calendarEvent }: Added, person: (key: string) => string) => ({
  ...(announcement ? { announcement: {} } : {}),
  ...(appreciation ? { appreciation: { ...appreciation, people: appreciation.people.map(person) } } : {}),
  ...(calendarEvent ? { calendarEvent: eventOf(calendarEvent) } : {}),
})

function eventOf({ title, place, inDays, hours, lasts = 1 }: SeedEvent): NewCalendarEvent {
  const day = daysAfter(new Date().toISOString().slice(0, 10), inDays)
  if (!hours) return { title, place, when: { firstDay: day, lastDay: daysAfter(day, lasts - 1) } }
  const [startsAt, endsAt] = hours.map((hour) => new Date(Date.parse(day) + hour * 3_600_000).toISOString())
  return { title, place, when: { startsAt: startsAt ?? day, endsAt: endsAt ?? day } }
}

/** What others answered to it: that they read it, that they come. */
export async function seedAnswers(
  { database }: Platform,
  postId: string,
  { announcement, calendarEvent }: Added,
  person: (key: string) => string,
): Promise<void> {
  for (const key of announcement?.confirmedBy ?? [])
    await asPerson(database, person(key), (tx) => confirm(tx, { id: person(key) }, postId))
  for (const [answer, keys] of Object.entries(calendarEvent?.answers ?? {}) as [EventAnswer, string[]][])
    for (const key of keys)
      await asPerson(database, person(key), (tx) => answerEvent(tx, { id: person(key) }, postId, answer))
}
