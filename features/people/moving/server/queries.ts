import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { me } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Move } from '../contract.ts'
import { namedPeople, personRow } from '../../server/door.ts'
import { moves } from '../../server/tables.ts'
import { isSide, undoableUntil } from './undo.ts'

const most = 50

/** When somebody became what, the latest first; the rules show it to administrators. Only the latest can be undone. */
export async function listMoves(tx: Tx, personId: string): Promise<{ items: Move[] }> {
  await personRow(tx, personId)
  const rows = await tx.select().from(moves).where(eq(moves.personId, personId)).orderBy(desc(moves.id)).limit(most)
  const named = await namedPeople(
    tx,
    rows.flatMap(({ movedBy, heirId }) => [movedBy, heirId]),
  )
  // Somebody who was dismissed and hired again in between is still where the move brought them.
  const last = rows.find(({ from, to }) => isSide(from) && isSide(to))
  const items = rows.map(({ id, from, to, at, reason, undoneAt, movedBy, heirId }) => ({
    id,
    from,
    to,
    at,
    reason,
    undoneAt,
    by: named.get(movedBy) ?? null,
    heir: named.get(heirId ?? '') ?? null,
    undoableUntil: last?.id === id ? undoableUntil(last) : null,
  }))
  return { items }
}

/** How many others the person asking sees. */
export async function countPeople(tx: Tx): Promise<number> {
  const [seen] = await tx
    .select({ n: count() })
    .from(people)
    .where(and(isNull(people.dismissedAt), sql`${people.id} <> ${me}`))
  return seen?.n ?? 0
}
