/** The day (`2027-05-03`) that it is in a time zone at a moment. */
function dayIn(timeZone: string, at = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
}

/** Whether a day is over in a time zone: its midnight has come there. Days are compared as they are written, so summer time is nobody's concern. */
export const isOver = (day: string, timeZone: string, at = new Date()): boolean => day < dayIn(timeZone, at)
