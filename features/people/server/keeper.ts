import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { signIns } from '#access/sign-in-tables.ts'
import { circleMembers, circles, people } from '#access/tables.ts'
import { hasCodes, hasPasskeys } from '#features/account/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { candidatesOf } from './candidates.ts'

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

/** Among whom all are whom an administrator searches for, where they are few: under the rules no index of words is asked. */
export const searchedFor = (database: Database, search: string | undefined): Promise<string[] | null> =>
  asKeeper(database, (tx) => candidatesOf(tx, search))

/** What administrators are told on somebody's page beside the profile. */
export function rightsOf(database: Database, id: string): Promise<{ administrator: boolean; secondFactor: boolean }> {
  return asKeeper(database, async (tx) => ({
    administrator: (await administratorsAmong(tx, [id])).has(id),
    secondFactor: (await hasCodes(tx, id)) || (await hasPasskeys(tx, id)),
  }))
}

/** All who administer the portal and are here. As the keeper. */
export async function administratorsHere(tx: Tx): Promise<string[]> {
  const here = await tx
    .select({ id: people.id })
    .from(circleMembers)
    .innerJoin(circles, eq(circles.id, circleMembers.circleId))
    .innerJoin(people, and(eq(people.id, circleMembers.personId), isNull(people.dismissedAt)))
    .where(isAdministrators)
  return here.map(({ id }) => id)
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
