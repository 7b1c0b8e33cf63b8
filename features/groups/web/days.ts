/** The day (`2027-05-03`) on which a moment falls where the person is. */
export function dayOf(at: Date | null, timeZone: string): string {
  return at ? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at) : ''
}

/** The moment that stands for a day: its noon in UTC, which is the same day for nearly everybody. Null for none. */
export function momentOf(day: string): string | null {
  return day ? `${day}T12:00:00Z` : null
}
