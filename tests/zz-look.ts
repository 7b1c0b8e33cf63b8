import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf } from '#app/cluster.ts'
import { seedSample } from '#app/seed.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { prepareRoles } from '#platform/database/roles.ts'
import { openLog } from '#platform/log.ts'
import { buildIfStale } from '#app/build.ts'
import { openBrowser } from './browser.ts'
import { signedIn } from './journeys/signed-in.ts'
import { openPortalOn, samplePassword } from './template.ts'
import { pathToFileURL } from 'node:url'

const out = process.argv[3] ?? '/tmp/look'
await mkdir(out, { recursive: true })
const data = await mkdtemp(join(tmpdir(), 'loggia-look-'))
const log = openLog('error')
await buildIfStale()
const embedded = await startEmbedded({ folder: data, log, fsync: false })
const urls = await prepareRoles(addressOf(embedded.connection), { keeper: 'keeper', app: 'app' })
const portal = await openPortalOn(urls, log)
const browser = await openBrowser()
try {
  const cast = await seedSample(portal.platform, samplePassword)
  await portal.settled()
  const plan = await import(pathToFileURL(process.argv[2]!).href)
  await plan.run({ portal, browser, cast, signedIn: (k: any, p: string, s: any) => signedIn(browser, portal.url, k, p, s), out })
} finally {
  await browser.close().catch((error: unknown) => console.error(String(error)))
  await portal.close()
  await embedded.stop()
  await rm(data, { recursive: true, force: true })
}
