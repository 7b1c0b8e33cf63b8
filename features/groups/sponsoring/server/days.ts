/** The day (`2027-05-03`) that it is in a time zone at a moment. */
export function dayIn(timeZone: string, at = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
}

/**
 * Whether a day is over in a time zone: midnight has come there. Days are compared as they are written, so that summer time is nobody's
 * concern.
 */
export const isOver = (day: string, timeZone: string, at = new Date()): boolean => day < dayIn(timeZone, at)

/** The day so many days after another. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** How many days lie between two. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
