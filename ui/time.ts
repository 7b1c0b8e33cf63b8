import type { Language } from './words/catalogue.ts'

/** The words of a date in a language: our English is British, as everywhere on the screen. */
export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language)

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago (or how far ahead) a moment is, in words: "5 minutes ago", "yesterday", "3 May", "3 May 2024". */
export function relativeTime(at: Date, now: Date, language: Language, timeZone: string): string {
  const away = at.getTime() - now.getTime()
  const near = Math.abs(away)
  const words = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
  if (near < minute) return words.format(0, 'second')
  if (near < hour) return words.format(Math.trunc(away / minute), 'minute')
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone)
  if (days === 0 || near < 6 * hour) return words.format(Math.trunc(away / hour), 'hour')
  if (Math.abs(days) < 7) return words.format(days, 'day')
  return shortDay(at, now, language, timeZone)
}

/** A day in few words: "3 May", with the year where it is not this one. */
export function shortDay(at: Date, now: Date, language: Language, timeZone: string): string {
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone })
  const sameYear = year.format(at) === year.format(now)
  return new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone,
  }).format(at)
}

/** The same for a day as it is written (`2027-05-03`), which is that day wherever one is. */
export const writtenDay = (day: string, now: Date, language: Language): string =>
  shortDay(new Date(`${day}T12:00:00Z`), now, language, 'UTC')

/** The exact moment in the person's zone: "Monday, 3 May 2027 at 14:05". */
export function exactTime(at: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at)
}

function dayNumber(at: Date, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = new Intl.DateTimeFormat('en-CA', { timeZone })
    .format(at)
    .split('-')
    .map(Number)
  return Math.round(Date.UTC(year, month - 1, date) / day)
}
