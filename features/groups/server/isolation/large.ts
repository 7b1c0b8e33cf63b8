import { eq, sql } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { GroupRow } from '../queries.ts'
import { groupSeparations, type Isolation } from '../tables.ts'
import { movers, type Visible } from './movers.ts'
import { sharedIn } from './separate.ts'

/** Up to so many people and so many events a group is separated while whoever asked for it waits. */
const fewPeople = 500
const fewEvents = 5000

/** Whether separating a group takes too long to wait for. Nothing is counted any further than that. */
export async function isLarge(tx: Tx, { id, spaceId }: GroupRow): Promise<boolean> {
  const { rows } = await tx.execute<{ large: boolean }>(sql`
    select (select count(*) from (select from members where group_id = ${id} limit ${fewPeople + 1}) m) > ${fewPeople}
      or (select count(*) from (select from events where space_id = ${spaceId} limit ${fewEvents + 1}) e) > ${fewEvents} as large`)
  return rows[0]?.large ?? false
}

/** Of each it is said that there are more than so many, and not how many. */
const most = 10_000

/** How much would move in a group that is too large to try it, counted up to a point. For the keeper. */
export async function countMoving(tx: Tx, group: GroupRow, isolation: Isolation): Promise<Visible> {
  const moving: Visible = { posts: 0, comments: 0, tasks: 0 }
  if (isolation === 'open') return moving
  const shared = sharedIn({ ...group, isolation })
  for (const { of, wouldMove } of movers()) {
    const ids = wouldMove({ spaceId: group.spaceId, shared })
    const { rows } = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from (${ids} limit ${most + 1}) counted`,
    )
    moving[of] += rows[0]?.n ?? 0
  }
  return moving
}

/** How much waits for people from outside who from then on only read, under the rules of whoever asks; counted up to a point. */
export async function countWaiting(tx: Tx, { spaceId }: GroupRow, isolation: Isolation): Promise<number> {
  const parts = isolation === 'readonly' ? movers().flatMap(({ waiting }) => waiting?.(spaceId) ?? []) : []
  if (parts.length === 0) return 0
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (${sql.join(parts, sql` union all `)} limit ${most + 1}) counted`,
  )
  return rows[0]?.n ?? 0
}

/** Refuses what would not know where a group stands while it is being separated. */
export async function mustBeSettled(tx: Tx, groupId: string): Promise<void> {
  const [going] = await tx
    .select({ id: groupSeparations.id })
    .from(groupSeparations)
    .where(eq(groupSeparations.groupId, groupId))
  if (going)
    throw refused(
      'BEING_SEPARATED',
      'People from outside are being kept apart in this group at this moment. Wait until that is done.',
    )
}
