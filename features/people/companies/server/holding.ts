import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'

/**
 * Holds until the end of the transaction that no two companies become one, or that nobody comes to one meanwhile. Before everything else that is held:
 * merging goes from companies to people and to groups, letting somebody in from a group to a company, and so neither waits for the other in a ring.
 */
export async function holdCompanies(tx: Tx, how: 'as they are' | 'to merge' = 'as they are'): Promise<void> {
  const lock = sql.raw(how === 'to merge' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await tx.execute(sql`select ${lock}(hashtextextended('companies', 0))`)
}
