import { eq } from 'drizzle-orm'
import ical, { ICalCalendarMethod } from 'ical-generator'
import { portalFace } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { CalendarEvent } from '../contract.ts'
import { calendarEventOf } from './answering.ts'
import { calendarEvents } from './tables.ts'

interface Where {
  /** The address of the post. */
  url: string
  /** The name of the host, for an id that is the portal's own. */
  host: string
  portal: string
  revision: number
}

/**
 * What a post invites to as a calendar takes it in (RFC 5545). Moments are written in UTC and days as days; no time zone is named, because a moment given
 * as a Date together with a zone would be written in the hours of the server.
 */
function fileOf(id: string, event: CalendarEvent, { url, host, portal, revision }: Where): string {
  const { title, place, startsAt, endsAt, days } = event
  const calendar = ical({ prodId: { company: portal, product: 'Loggia' }, method: ICalCalendarMethod.PUBLISH })
  calendar.createEvent({
    id: `${id}@${host}`,
    sequence: revision,
    summary: title,
    ...(place ? { location: place } : {}),
    url,
    ...(days
      ? { allDay: true, start: new Date(`${days.first}T00:00:00Z`), end: dayAfter(days.last) }
      : { start: startsAt, end: endsAt }),
  })
  return calendar.toString()
}

/** The end of whole days is the first day that does not belong to them. */
const dayAfter = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)

/** The same as a file to keep, for whoever reads the post and works here. */
export async function eventFile(tx: Tx, portalUrl: URL, id: string) {
  const event = await calendarEventOf(tx, id)
  const [row] = await tx
    .select({ revision: calendarEvents.revision })
    .from(calendarEvents)
    .where(eq(calendarEvents.postId, id))
  const { name } = await portalFace(tx)
  const { host } = portalUrl
  const text = fileOf(id, event, {
    url: new URL(`/posts/${id}`, portalUrl).href,
    host,
    portal: name,
    revision: row?.revision ?? 0,
  })
  return {
    headers: { 'cache-control': 'private, no-store' },
    body: new File([text], 'event.ics', { type: 'text/calendar; charset=utf-8' }),
  }
}
