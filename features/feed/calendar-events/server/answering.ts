import { and, asc, eq, sql } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { groupRow, mustBeOpen, namesIn, roomIn } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { answered } from '../../events.ts'
import { postRow } from '../../server/queries.ts'
import { amongStaff } from '../../server/staff.ts'
import type { CalendarEvent, EventAnswer } from '../contract.ts'
import { calendarEventsOf } from './queries.ts'
import { calendarAnswers } from './tables.ts'

/** What a post invites to, as the person asking reads it. */
export async function calendarEventOf(tx: Tx, postId: string): Promise<CalendarEvent> {
  return found((await calendarEventsOf(tx, [(await postRow(tx, postId)).id])).get(postId))
}

/** Says whether one comes, until it begins; null takes back what one said. Told to the team: to people from outside there is nothing to answer. */
export async function answerEvent(
  tx: Tx,
  me: Pick<Me, 'id'>,
  id: string,
  answer: EventAnswer | null,
): Promise<CalendarEvent> {
  const { spaceId, audienceId, groupId } = await postRow(tx, id)
  const event = await calendarEventOf(tx, id)
  if (event.mine === answer) return event
  if (groupId) mustBeOpen(await groupRow(tx, groupId))
  if (event.startsAt <= new Date()) throw refused('EVENT_HAS_BEGUN', 'It has begun: what was answered stays.')
  if (answer === null)
    await tx.delete(calendarAnswers).where(and(eq(calendarAnswers.postId, id), eq(calendarAnswers.personId, me.id)))
  else
    await tx
      .insert(calendarAnswers)
      .values({ postId: id, personId: me.id, spaceId, audienceId, answer })
      .onConflictDoUpdate({
        target: [calendarAnswers.postId, calendarAnswers.personId],
        set: { answer, at: new Date() },
      })
  await tell(tx, answered, { about: { ...(await amongStaff(tx, { groupId, spaceId, audienceId })), id }, data: {} })
  return calendarEventOf(tx, id)
}

interface Asked {
  id: string
  answer: EventAnswer
  limit: number
  after?: string | undefined
}

/** Who said so, by name. */
export async function listEventAnswers(tx: Tx, { id, answer, limit, after }: Asked) {
  await calendarEventOf(tx, id)
  const { spaceId } = await postRow(tx, id)
  const rows = await tx
    .select({ id: people.id })
    .from(calendarAnswers)
    .innerJoin(people, eq(people.id, calendarAnswers.personId))
    .where(
      and(
        eq(calendarAnswers.postId, id),
        eq(calendarAnswers.answer, answer),
        after
          ? sql`(${people.name}, ${people.id}) > (select a.name, a.id from people a where a.id = ${after})`
          : undefined,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const room = await roomIn(tx, spaceId)
  const named = await namesIn(
    tx,
    [room],
    page.map((row) => row.id),
  )
  return {
    items: page.map((row) => ({ person: named(row.id, room) })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}
