import { and, gt, sql, type SQL } from 'drizzle-orm'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { presences } from '../../server/tables.ts'

const stillHere: SQL = gt(presences.until, sql`now()`)

/** Which of these people are online. To the person asking somebody is so only where each of the two sees the other. */
export async function onlineAmong(tx: Tx, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .select({ id: presences.personId })
    .from(presences)
    .where(and(among(presences.personId, personIds), stillHere))
  return rows.map(({ id }) => id)
}

/** Everybody of whom the person asking hears that they are online, for narrowing a list of people. */
export const everybodyOnline = (tx: Tx) => tx.select({ id: presences.personId }).from(presences).where(stillHere)
