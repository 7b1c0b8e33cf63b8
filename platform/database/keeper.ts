import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Database } from './database.ts'
import { transaction, type Tx } from './transaction.ts'

/**
 * Runs `work` as the owner of the tables, whom no rule holds: for signing in, the relay, jobs and set-up.
 * `tests/direction.test.ts` lists the few files that may import it.
 */
export function asKeeper<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(database.keeper, null, work)
}

/** The keeper outside a transaction, for libraries that bring their own queries (better-auth). */
export const keeperTables = (database: Database): NodePgDatabase => drizzle(database.keeper)
