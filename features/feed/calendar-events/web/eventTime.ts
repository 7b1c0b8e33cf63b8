import { localeOf } from '#ui/time.ts'
import type { Language } from '#ui/words/catalogue.ts'
import type { CalendarEvent } from '../contract.ts'

type Times = Pick<CalendarEvent, 'startsAt' | 'endsAt' | 'days'>

/** Whole days are those days wherever one is: they are shown as they are written. */
const shownIn = ({ startsAt, endsAt, days }: Times, timeZone: string) =>
  days
    ? { from: new Date(`${days.first}T12:00:00Z`), to: new Date(`${days.last}T12:00:00Z`), timeZone: 'UTC' }
    : { from: startsAt, to: endsAt, timeZone }

const yearIn = (at: Date, timeZone: string) => new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(at)

/** When it is, in the reader's zone: "Thu 3 December, 13:00 – 16:00"; with the year where it is not this one. */
export function whenOf(event: Times, language: Language, zone: string, now = new Date()): string {
  const { from, to, timeZone } = shownIn(event, zone)
  const thisYear = yearIn(from, timeZone) === yearIn(now, zone) && yearIn(to, timeZone) === yearIn(now, zone)
  return new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(thisYear ? {} : { year: 'numeric' }),
    ...(event.days ? {} : { hour: 'numeric', minute: '2-digit' }),
    timeZone,
  }).formatRange(from, to)
}

/** The same in full, for a zone that is named beside it. */
export function exactlyIn(event: Times, language: Language, zone: string): string {
  const { from, to, timeZone } = shownIn(event, zone)
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'full',
    ...(event.days ? {} : { timeStyle: 'short' }),
    timeZone,
  }).formatRange(from, to)
}

/** What the leaf of a calendar says: the month in few letters, and the day. */
export function leafOf(event: Times, language: Language, zone: string): { month: string; day: string } {
  const { from, timeZone } = shownIn(event, zone)
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone }).format(from)
  return { month: part({ month: 'short' }).replace('.', ''), day: part({ day: 'numeric' }) }
}
