import { openDatabase, type Database } from '#platform/database/database.ts'
import { openLog } from '#platform/log.ts'
import { readSettings } from '#platform/settings.ts'
import { visitCluster } from './cluster.ts'
import { readSecrets } from './secrets.ts'

/** Runs `work` on the portal's database from a tool in bin/, whether the portal runs or not. What goes wrong is said and ends in 1. */
export async function visit(work: (database: Database) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env, process.cwd())
  const cluster = await visitCluster(settings, await readSecrets(settings), openLog('fatal'))
  const database = openDatabase(cluster.urls, 2)
  try {
    await work(database)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    await database.close()
    await cluster.release()
  }
}
