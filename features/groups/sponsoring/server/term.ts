import type { members } from '../../server/tables.ts'
import { dayIn, daysAfter, daysBetween } from './days.ts'

type Term = Pick<typeof members.$inferInsert, 'until' | 'termDays' | 'reminded'>

/** How many days before the last one somebody is reminded, the last reminder first. */
const remindedAt = [3, 14]

/** Used where it is not known for how long somebody was let in. */
const usualDays = 90

/** The reminder whose time has come when so many days are left: what came to its time before is not said any more. */
export const reminderDue = (daysLeft: number): number | null => remindedAt.find((days) => daysLeft <= days) ?? null

/** For how long somebody is let in, as it is written: what is too late to be said when the day is set is never said. */
export function termUntil(until: string | null, timeZone: string, days?: number): Term {
  if (until === null) return { until, termDays: null, reminded: null }
  const left = daysBetween(dayIn(timeZone), until)
  return { until, termDays: days ?? Math.max(1, left), reminded: reminderDue(left) }
}

/** Until when somebody stays who is let in for as long again: from their last day on, or from today if that is over; never longer than the portal lets. */
export function renewedUntil(
  { until, termDays }: { until: string; termDays: number | null },
  timeZone: string,
  longest: number | null,
): { until: string; days: number } {
  const today = dayIn(timeZone)
  const days = termDays ?? longest ?? usualDays
  const wished = daysAfter(until > today ? until : today, days)
  const most = longest === null ? wished : daysAfter(today, longest)
  // Whoever has longer already loses nothing by being renewed.
  const next = wished < most ? wished : most
  return { until: next > until ? next : until, days }
}
