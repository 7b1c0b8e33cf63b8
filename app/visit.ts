import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { openLog } from '#platform/log.ts'
import { readSettings, SettingsError } from '#platform/settings.ts'
import { visitCluster } from './cluster.ts'
import { readSecrets } from './secrets.ts'

/** Runs `work` on the portal's database from a tool in bin/, whether the portal runs or not. What goes wrong is said and ends in 1. */
export async function visit(work: (database: Database) => Promise<void>): Promise<void> {
  try {
    await lookIn(work)
  } catch (error) {
    console.error(error instanceof Error ? causeOf(error).message : error)
    process.exitCode = 1
  }
}

async function lookIn(work: (database: Database) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env, process.cwd())
  if (!settings.databaseUrl && !existsSync(join(settings.dataFolder, 'database')))
    throw new SettingsError(
      `There is no portal in ${settings.dataFolder}: start it once, or say with LOGGIA_DATA where it is.`,
    )
  const cluster = await visitCluster(settings, await readSecrets(settings), openLog('fatal'))
  try {
    const database = openDatabase(cluster.urls, 2)
    try {
      await work(database)
    } finally {
      await database.close()
    }
  } finally {
    await cluster.release()
  }
}

/** PostgreSQL says what is wrong; what is wrapped around it repeats the statement. */
const causeOf = (error: Error): Error => (error.cause instanceof Error ? error.cause : error)
