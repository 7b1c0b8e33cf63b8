const minute = 60_000

/** A moment as the field for date and time writes it, in the person's own zone: `2027-03-01T15:00`. */
export function fieldText(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

/** The moment that such a text means in the person's zone; null where it means none. An hour that the clocks skip becomes the next. */
export function momentOf(text: string, timeZone: string): Date | null {
  const asUtc = (written: string) => Date.parse(`${written}Z`)
  const wanted = asUtc(text)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) || Number.isNaN(wanted)) return null
  // The zone's distance from UTC is read at the moment itself, which is known only once the distance is: twice is enough.
  let at = wanted
  for (let round = 0; round < 2; round++) at += wanted - asUtc(fieldText(new Date(at), timeZone))
  return new Date(Math.round(at / minute) * minute)
}

/** The end of a working day, some days from now, in the person's zone. */
export function endOfDay(inDays: number, now: Date, timeZone: string): string {
  const [date = ''] = fieldText(new Date(now.getTime() + inDays * 24 * 60 * minute), timeZone).split('T')
  return `${date}T18:00`
}
