import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import type { PgTable } from 'drizzle-orm/pg-core'
import { Client } from 'pg'
import type { Database } from './database.ts'
import { applyGrants } from './grants.ts'

interface Ground {
  /** Folder of the generated migrations. */
  migrations: string
  /** SQL applied every time before the migrations (functions) and after them (triggers). */
  before: string
  after: string
  /** Every table, for its grants. */
  tables: PgTable[]
}

/** Any two starts that migrate at the same moment wait for each other on this number. */
const migrating = 5641002

/** Brings the database to what this version expects; safe to run at every start and from several processes at once. */
export async function migrate(database: Database, { migrations, before, after, tables }: Ground): Promise<void> {
  const client = new Client({ connectionString: database.keeperUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrating])
    await client.query(before)
    await applyMigrations(drizzle(client), { migrationsFolder: migrations, migrationsSchema: 'migrations' })
    // Before the triggers: which columns people may write decides where some of them stand.
    await applyGrants(database.keeper, tables)
    await client.query(after)
  } finally {
    await client.end()
  }
}
