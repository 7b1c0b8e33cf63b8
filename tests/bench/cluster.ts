import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf } from '#app/cluster.ts'
import { prepareDatabase } from '#app/database.ts'
import { openDatabase, type Database, type DatabaseUrls } from '#platform/database/database.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { makeDatabase } from '#platform/database/holding.ts'
import { prepareRoles } from '#platform/database/roles.ts'
import { openLog } from '#platform/log.ts'

/** A PostgreSQL with an empty portal in it, thrown away at the end. */
export interface Ground {
  urls: DatabaseUrls
  database: Database
  /** The superuser, who seeds: `keeper` is their pool. */
  admin: Database
  /** For what else the measurement needs on the disk. */
  folder: string
  drop(): Promise<void>
}

const name = 'loggia'

/** Starts a PostgreSQL of its own with the settings the portal gives it, except that it does not wait for the disk. */
export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'loggia-bench-'))
  const embedded = await startEmbedded({ folder: join(folder, 'database'), log: openLog('fatal') })
  const close: (() => Promise<void>)[] = [embedded.stop, () => rm(folder, { recursive: true, force: true })]
  const drop = async (): Promise<void> => {
    for (const step of close.splice(0)) await step()
  }
  try {
    await makeDatabase(addressOf(embedded.connection), name)
    const adminUrl = addressOf({ ...embedded.connection, database: name })
    const urls = await prepareRoles(adminUrl, { keeper: 'keeper of the bench', app: 'app of the bench' })
    const admin = openDatabase({ keeperUrl: adminUrl, appUrl: adminUrl }, 2)
    close.unshift(admin.close)
    // fsync stays out of `startEmbedded`: without it that gives little memory, and the plans would be others.
    for (const setting of ['fsync = off', 'full_page_writes = off', `max_wal_size = '8GB'`])
      await admin.keeper.query(`alter system set ${setting}`)
    await admin.keeper.query('select pg_reload_conf()')
    const database = openDatabase(urls, 4)
    close.unshift(database.close)
    await prepareDatabase(database)
    return { urls, database, admin, folder, drop }
  } catch (error) {
    await drop()
    throw error
  }
}
