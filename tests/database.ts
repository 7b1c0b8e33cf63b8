import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#platform/database/embedded.ts'
import { openLog } from '#platform/log.ts'
import { makeTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The throw-away cluster, as its superuser, and who the sample people are in the template. */
    cluster: { adminUrl: string; people: [string, string][]; groups: [string, string][] }
  }
}

/** Starts one throw-away PostgreSQL for the whole run, with a template database that holds the sample company. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'loggia-test-'))
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
