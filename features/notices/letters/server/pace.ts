import type { Pace } from '../../kinds/contract.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** At this hour of the morning the letter of the day comes. */
const morning = 8

/** When a letter of a pace goes at the earliest. At once it still waits for `hold` seconds. */
export function letterTime(
  pace: Exclude<Pace, 'off'>,
  { now = new Date(), hold, timeZone }: { now?: Date; hold: number; timeZone: string },
): Date {
  if (pace === 'once') return new Date(now.getTime() + hold * 1000)
  if (pace === 'hourly') return new Date((Math.floor(now.getTime() / hour) + 1) * hour)
  return nextMorning(now, timeZone)
}

/** The next time that it is morning in a zone. A morning that is moved by summer time may be found an hour away from its hour. */
function nextMorning(now: Date, timeZone: string): Date {
  const away = (morning * hour - sinceMidnight(now, timeZone) + day) % day || day
  const found = new Date(now.getTime() + away)
  // The clock was changed in between: the hour that it shows then says by how much.
  const shown = sinceMidnight(found, timeZone) - morning * hour
  const mended = new Date(found.getTime() - (shown > day / 2 ? shown - day : shown))
  return mended > now ? mended : found
}

/** Milliseconds since midnight by the clock of a zone; by UTC where this machine does not know the zone. */
function sinceMidnight(at: Date, timeZone: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clockIn(at, timeZone).split(':').map(Number)
  return (hours % 24) * hour + minutes * minute + seconds * 1000 + (at.getTime() % 1000)
}

function clockIn(at: Date, timeZone: string): string {
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  try {
    return new Intl.DateTimeFormat('en-GB', { ...clock, timeZone }).format(at)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return new Intl.DateTimeFormat('en-GB', { ...clock, timeZone: 'UTC' }).format(at)
  }
}
