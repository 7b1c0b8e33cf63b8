import { and, eq, inArray, sql } from 'drizzle-orm'
import { signIns } from '#access/sign-in-tables.ts'
import { circleMembers, circles } from '#access/tables.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'

const isAdministrators = sql`${circles.spaceId} is null and ${circles.name} = 'system-administrators'`

interface Standing {
  lastSeenAt: Date | null
  administrator: boolean
}

/** What no rule shows of people, for administrators: when they were last here, and who else administers. */
export function standingOf(database: Database, ids: string[]): Promise<Map<string, Standing>> {
  return asKeeper(database, async (tx) => {
    if (ids.length === 0) return new Map<string, Standing>()
    const seen = await tx
      .select({ id: signIns.id, lastSeenAt: signIns.lastSeenAt })
      .from(signIns)
      .where(inArray(signIns.id, ids))
    const administrators = await administratorsAmong(tx, ids)
    return new Map(seen.map(({ id, lastSeenAt }) => [id, { lastSeenAt, administrator: administrators.has(id) }]))
  })
}

/** Those of `ids` who administer the portal. As the keeper. */
export async function administratorsAmong(tx: Tx, ids: string[]): Promise<Set<string>> {
  const among = await tx
    .select({ id: circleMembers.personId })
    .from(circleMembers)
    .innerJoin(circles, eq(circles.id, circleMembers.circleId))
    .where(and(isAdministrators, inArray(circleMembers.personId, ids)))
  return new Set(among.map((row) => row.id))
}
