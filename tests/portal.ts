import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openLog } from '#platform/log.ts'
import { actingIn, type ActingPortal } from './acting.ts'
import { copyTemplate, openPortalOn } from './template.ts'

export type { Client } from './acting.ts'

/** A portal of a test file: its own copy of the sample company, the real server, and the cast to act as. */
export type TestPortal = ActingPortal

/** Opens a portal for a test file; close it in afterAll. */
export async function openTestPortal(env: Record<string, string> = {}): Promise<TestPortal> {
  const cluster = inject('cluster')
  const copy = await copyTemplate(cluster.adminUrl, `test_${randomBytes(6).toString('hex')}`)
  const portal = await openPortalOn(copy.urls, openLog('fatal'), env)
  const { close } = portal
  return Object.assign(actingIn(portal, cluster), {
    async close() {
      await close()
      await copy.drop()
    },
  })
}
