import { eq, sql, type SQL } from 'drizzle-orm'
import { found, invalid, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { people } from '#access/tables.ts'
import { daysAfter } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { eventChanged } from '../../events.ts'
import { amongStaff, mustBeAmongStaff } from '../../server/staff.ts'
import type { NewCalendarEvent } from '../contract.ts'
import { calendarEvents } from './tables.ts'

/** Something may go on for so many days. */
const longest = 366

/** Invites to something in a post that was just written. */
export async function addCalendarEvent(
  tx: Tx,
  me: Pick<Me, 'id'>,
  post: Placed & { id: string },
  asked: NewCalendarEvent | undefined,
): Promise<void> {
  if (!asked) return
  await mustBeAmongStaff(tx, post)
  const { title, place, when } = asked
  const [author] = await tx.select({ timeZone: people.timeZone }).from(people).where(eq(people.id, me.id))
  const { timeZone } = found(author)
  await tx.insert(calendarEvents).values({
    postId: post.id,
    spaceId: post.spaceId,
    audienceId: post.audienceId,
    authorId: me.id,
    title,
    place,
    timeZone,
    ...momentsOf(when, timeZone),
  })
}

/**
 * Changes what one's own post invites to, until it begins; answers whether anything of it is new. Whole days stay those of the zone in which it was begun. Told to
 * those who work here: whoever comes or may come is told so (notices.ts).
 */
export async function changeCalendarEvent(
  tx: Tx,
  post: Placed & { id: string; groupId: string | null },
  { title, place, when }: NewCalendarEvent,
): Promise<boolean> {
  const [before] = await tx.select().from(calendarEvents).where(eq(calendarEvents.postId, post.id))
  if (!before) throw invalid('calendarEvent', 'This post invites to nothing.')
  const next = { title, place, ...momentsOf(when, before.timeZone) }
  const { rows } = await tx.execute<{ same: boolean; begun: boolean }>(sql`
    select (e.title, e.place, e.starts_at, e.ends_at, e.whole_days) = (${title}, ${place}, (${next.startsAt})::timestamptz, (${next.endsAt})::timestamptz, ${next.wholeDays}::boolean) as same,
      e.starts_at <= now() as begun from calendar_events e where e.post_id = ${post.id}`)
  const [is] = rows
  if (!is || is.same) return false
  if (is.begun) throw refused('EVENT_STAYS', 'It has begun: its time and place stay.')
  const changed = await tx
    .update(calendarEvents)
    .set({ ...next, revision: sql`${calendarEvents.revision} + 1` })
    .where(eq(calendarEvents.postId, post.id))
    .returning({ id: calendarEvents.postId })
  found(changed[0])
  await tell(tx, eventChanged, { about: { ...(await amongStaff(tx, post)), id: post.id }, data: {} })
  return true
}

type Moments = { startsAt: Date | SQL<Date>; endsAt: Date | SQL<Date>; wholeDays: boolean }

function momentsOf(when: NewCalendarEvent['when'], timeZone: string): Moments {
  if ('startsAt' in when) {
    const [startsAt, endsAt] = [new Date(when.startsAt), new Date(when.endsAt)]
    mustLast(endsAt.getTime() - startsAt.getTime())
    return { startsAt, endsAt, wholeDays: false }
  }
  const after = daysAfter(when.lastDay, 1)
  mustLast(Date.parse(after) - Date.parse(when.firstDay))
  return { startsAt: midnight(when.firstDay, timeZone), endsAt: midnight(after, timeZone), wholeDays: true }
}

function mustLast(milliseconds: number): void {
  if (milliseconds <= 0) throw invalid('calendarEvent', 'It has to end after it begins.')
  if (milliseconds > longest * 86_400_000) throw invalid('calendarEvent', 'It can go on for a year at most.')
}

const midnight = (day: string, timeZone: string): SQL<Date> =>
  sql<Date>`${day}::date::timestamp at time zone ${timeZone}`
