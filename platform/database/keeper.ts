import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import type { Database } from './database.ts'
import { prepared, textOf } from './prepared.ts'
import { transaction, type Tx } from './transaction.ts'

/**
 * Runs `work` as the owner of the tables, whom no rule holds: for signing in, the relay, jobs and set-up.
 * `tests/direction.test.ts` lists the few files that may import it.
 */
export function asKeeper<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(database.keeper, null, work)
}

/** The keeper outside a transaction: for who asks, which every request wants to know first, and for libraries that bring their own queries (better-auth). */
export const keeperTables = (database: Database): NodePgDatabase => drizzle(preparing(database.keeper))

function preparing(pool: Pool): Pool {
  const query = (...args: unknown[]): unknown =>
    Reflect.apply(pool.query, pool, [prepared(args[0], textOf(args[0])), ...args.slice(1)])
  return new Proxy(pool, {
    get: (target, key): unknown => (key === 'query' ? query : Reflect.get(target, key, target)),
  })
}
