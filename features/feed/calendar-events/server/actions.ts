import { eq, sql, type SQL } from 'drizzle-orm'
import { found, invalid } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import { daysAfter } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { mustBeAmongStaff } from '../../server/staff.ts'
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
