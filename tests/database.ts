import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildIfStale } from '#app/build.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { openLog } from '#platform/log.ts'
import { makeTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The throw-away cluster, as its superuser, and who the sample people are in the template. */
    cluster: { adminUrl: string; people: [string, string][]; groups: [string, string][] }
  }
}

const prefix = 'loggia-test-'

/** Starts one throw-away PostgreSQL for the whole run, with a template database that holds the sample company. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Once for all: two journeys that build at the same moment would take each other's files away.
  await buildIfStale()
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  const log = openLog('fatal')
  const embedded = await startEmbedded({ folder, log, fsync: false })
  const { host, user, password, database } = embedded.connection
  const adminUrl = `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}`
  const clear = async (): Promise<void> => {
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const cast = await makeTemplate(adminUrl, log).catch(async (error: unknown) => {
    await clear()
    throw error
  })
  project.provide('cluster', { adminUrl, people: [...cast.people], groups: [...cast.groups] })
  return clear
}

/** Ends what runs that were killed have left behind: each folder has the number of the process that made it in its name. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const maker = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length)) : Number.NaN
    if (Number.isNaN(maker) || isAlive(maker)) continue
    const folder = join(tmpdir(), name)
    const postmaster = await readFile(join(folder, 'cluster/data/postmaster.pid'), 'utf8').catch(() => '')
    const left = Number.parseInt(postmaster)
    if (left > 0 && isAlive(left)) process.kill(left, 'SIGQUIT')
    await rm(folder, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
