import { join } from 'node:path'
import { startEmbedded, type EmbeddedConnection } from '#platform/database/embedded.ts'
import { holdAlone, makeDatabase } from '#platform/database/holding.ts'
import { prepareRoles } from '#platform/database/roles.ts'
import type { DatabaseUrls } from '#platform/database/database.ts'
import type { Log } from '#platform/log.ts'
import { SettingsError, type Settings } from '#platform/settings.ts'
import type { Secrets } from './secrets.ts'

const name = 'loggia'

/** The PostgreSQL a portal runs on: its two addresses, and how to let go of it. */
export interface Cluster {
  urls: DatabaseUrls
  release: () => Promise<void>
}

/** Says that another process already runs on the same data. */
export class AlreadyRunning extends Error {
  override name = 'AlreadyRunning'
}

/** The PostgreSQL that DATABASE_URL names, or the embedded one, started or adopted; only one process may hold an embedded one. */
export async function openCluster(settings: Settings, secrets: Secrets, log: Log): Promise<Cluster> {
  if (settings.databaseUrl) return givenCluster(settings.databaseUrl, secrets)

  const embedded = await startEmbedded({ folder: join(settings.dataFolder, 'database'), log })
  const holding = await holdAlone(addressOf(embedded.connection))
  if (!holding)
    throw new AlreadyRunning(
      `Loggia already runs on the data in ${settings.dataFolder}. Stop it first, or give this one a folder of its own with LOGGIA_DATA.`,
    )
  await makeDatabase(addressOf(embedded.connection), name)
  const urls = await prepareRoles(addressOf({ ...embedded.connection, database: name }), secrets.roles)
  return {
    urls,
    async release() {
      await holding.release()
      await embedded.stop()
    },
  }
}

/** The same for a tool that looks in beside a portal that may be running: it takes nothing for itself, and stops only what it started. */
export async function visitCluster(settings: Settings, secrets: Secrets, log: Log): Promise<Cluster> {
  if (settings.databaseUrl) return givenCluster(settings.databaseUrl, secrets)
  const embedded = await startEmbedded({ folder: join(settings.dataFolder, 'database'), log })
  const release = async (): Promise<void> => {
    if (embedded.adopted) return
    // A portal that started meanwhile lives on this server now.
    const holding = await holdAlone(addressOf(embedded.connection))
    if (!holding) return
    await holding.release()
    await embedded.stop()
  }
  try {
    return { urls: await prepareRoles(addressOf({ ...embedded.connection, database: name }), secrets.roles), release }
  } catch (error) {
    await release()
    throw error
  }
}

/** Whatever is wrong with the database that was given, it is the setting that has to change. */
async function givenCluster(url: string, secrets: Secrets): Promise<Cluster> {
  try {
    return { urls: await prepareRoles(url, secrets.roles), release: () => Promise.resolve() }
  } catch (error) {
    const { message, code } = error as { message: string; code?: string }
    throw new SettingsError(
      `DATABASE_URL must lead to a PostgreSQL 17.6 or newer, as a role that may create roles and owns the database; what it leads to says: ${message || code}.`,
    )
  }
}

/** A connection over a Unix socket, as an address. */
export const addressOf = ({ host, user, password, database }: EmbeddedConnection): string =>
  `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}`
