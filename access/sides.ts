import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'
import { joinPortalCircle, seatInOwnSpace } from './admit.ts'
import { notFound } from './errors.ts'
import { ownPlaceOf } from './spaces.ts'
import { circleMembers, circles, people, seats } from './tables.ts'

/**
 * Makes an external of an employee; as the keeper. All that only an employee holds goes first, so that the ceiling holds at every
 * moment; what groups gave they have taken back by then. Answers the circles that the person was in.
 */
export async function becomeExternal(tx: Tx, personId: string, companyId: string | null): Promise<string[]> {
  const ofEmployees = tx.select({ id: circles.id }).from(circles).where(eq(circles.admits, 'employees'))
  const left = await tx
    .delete(circleMembers)
    .where(and(eq(circleMembers.personId, personId), inArray(circleMembers.circleId, ofEmployees)))
    .returning({ circleId: circleMembers.circleId })
  await tx.delete(seats).where(and(eq(seats.personId, personId), isNull(seats.audienceId)))
  await seatInOwnSpace(tx, personId, 'external', await ownPlaceOf(tx, personId))
  await changeSide(tx, personId, { kind: 'external', companyId })
  return left.map(({ circleId }) => circleId)
}

/** Makes an employee of an external; as the keeper. Employees belong to no counterparty. */
export async function becomeEmployee(tx: Tx, personId: string): Promise<void> {
  const own = await ownPlaceOf(tx, personId)
  await tx.delete(seats).where(and(eq(seats.personId, personId), eq(seats.because, 'own')))
  await changeSide(tx, personId, { kind: 'employee', companyId: null })
  await seatInOwnSpace(tx, personId, 'employee', own)
  await joinPortalCircle(tx, 'employees', personId)
}

/** Brings an employee back into circles that they were in, as far as there still are any; as the keeper. */
export async function rejoinCircles(tx: Tx, personId: string, circleIds: string[]): Promise<void> {
  await tx.execute(
    sql`insert into circle_members (circle_id, person_id) select id, ${personId} from circles where id = any (${sql.param(circleIds)}::uuid[]) on conflict do nothing`,
  )
}

async function changeSide(
  tx: Tx,
  personId: string,
  side: Pick<typeof people.$inferInsert, 'kind' | 'companyId'>,
): Promise<void> {
  const changed = await tx.update(people).set(side).where(eq(people.id, personId)).returning({ id: people.id })
  if (changed.length === 0) throw notFound()
}
