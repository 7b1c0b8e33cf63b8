import { Pool } from 'pg'

/** The two ways into PostgreSQL: `keeper` owns everything, `app` may do only what row security lets the signed-in person do. */
export interface Database {
  keeper: Pool
  app: Pool
  /** Where the keeper connects, for the parts that hold a connection of their own (LISTEN, jobs). */
  keeperUrl: string
  close(): Promise<void>
}

export interface DatabaseUrls {
  keeperUrl: string
  appUrl: string
}

/** Opens both pools. `connections` is how many the app pool may hold; the keeper gets half of that. */
export function openDatabase({ keeperUrl, appUrl }: DatabaseUrls, connections = 20): Database {
  const keeper = new Pool({ connectionString: keeperUrl, max: Math.max(3, Math.ceil(connections / 2)) })
  const app = new Pool({
    connectionString: appUrl,
    max: connections,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
  })
  // A connection that PostgreSQL drops is replaced by the pool; without a listener Node would stop the process.
  // The pool hears only the idle ones: one that is in use needs a listener of its own.
  for (const pool of [keeper, app]) {
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
  }
  return {
    keeper,
    app,
    keeperUrl,
    async close() {
      await Promise.all([keeper.end(), app.end()])
    },
  }
}
