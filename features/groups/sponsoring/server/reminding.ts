import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { groups, members } from '../../server/tables.ts'
import { dayIn, daysBetween } from './days.ts'
import { endStay } from './lapse.ts'
import { reminderDue } from './term.ts'

/** How many memberships are handled in one transaction. */
const atOnce = 200

/** Whose reminder it is: the person’s own, that of whoever answers for them, or of the group’s owner where the sponsor is not in it. */
export interface Reminder {
  memberId: string
  /** The last day that it speaks of. */
  until: string
  to: 'person' | 'sponsor' | 'owner'
}

/** The day that it is in the zone of a group. */
const today = (now: Date) => sql`(${now.toISOString()}::timestamptz at time zone ${groups.timeZone})::date`

/** Of those who are here for a time, some whose reminder is due, noted as reminded: once for each reminder, however late this runs. For the keeper. */
export async function takeReminders(tx: Tx, now: Date): Promise<Reminder[]> {
  const rows = await tx
    .select({ id: members.id, until: members.until, timeZone: groups.timeZone })
    .from(members)
    .innerJoin(groups, and(eq(groups.id, members.groupId), isNotNull(groups.externalSince), isNull(groups.archivedAt)))
    .innerJoin(people, and(eq(people.id, members.personId), eq(people.kind, 'external'), isNull(people.dismissedAt)))
    .where(
      and(
        isNotNull(members.until),
        isNull(members.lapsedAt),
        sql`${members.until} >= ${today(now)}`,
        sql`coalesce(${members.reminded}, 1000) > case when ${members.until} - ${today(now)} <= 3 then 3 when ${members.until} - ${today(now)} <= 14 then 14 else 1000 end`,
      ),
    )
    .limit(atOnce)
    .for('update', { of: members, skipLocked: true })
  const due = rows.flatMap(({ id, until, timeZone }) => {
    const reminded = until && reminderDue(daysBetween(dayIn(timeZone, now), until))
    return until && reminded ? [{ id, until, reminded }] : []
  })
  for (const reminded of new Set(due.map((one) => one.reminded)))
    await tx
      .update(members)
      .set({ reminded })
      .where(
        inArray(
          members.id,
          due.filter((one) => one.reminded === reminded).map(({ id }) => id),
        ),
      )
  return due.flatMap(({ id: memberId, until }) => [
    { memberId, until, to: 'person' as const },
    { memberId, until, to: 'sponsor' as const },
    { memberId, until, to: 'owner' as const },
  ])
}

/** Ends the access of some whose last day is over where their group is; how many. For the keeper. */
export async function endStaysOver(tx: Tx, now: Date): Promise<number> {
  const rows = await tx
    .select({ member: members })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .innerJoin(people, and(eq(people.id, members.personId), eq(people.kind, 'external')))
    .where(and(isNotNull(members.until), isNull(members.lapsedAt), sql`${members.until} < ${today(now)}`))
    .limit(atOnce)
    .for('update', { of: members, skipLocked: true })
  for (const { member } of rows) await endStay(tx, member, now)
  return rows.length
}
