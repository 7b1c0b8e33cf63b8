import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '#app/build.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { addressOf } from '#app/cluster.ts'
import { seedSample } from '#app/seed.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { prepareRoles } from '#platform/database/roles.ts'
import { openLog } from '#platform/log.ts'
import { openBrowser, type Screen } from './browser.ts'
import { signedIn } from './journeys/signed-in.ts'
import { openPortalOn, samplePassword } from './template.ts'

/** Takes the pictures of docs/pictures anew, from the sample company: `bin/pictures [part of a name]`. */

const folder = new URL('../docs/pictures/', import.meta.url).pathname
const desk: Screen[] = [{ width: 1440 }, { width: 1440, dark: true }]
const phone: Screen[] = [{ width: 390 }, { width: 390, dark: true }]

interface Shot {
  name: string
  as: PersonKey | null
  path: (ids: Ids) => string
  screens: Screen[]
}
interface Ids {
  group: string
  task: string
  portalUrl: string
}

const shots: Shot[] = [
  { name: 'sign-in', as: null, path: () => '/sign-in', screens: [...desk.slice(0, 1), ...phone.slice(0, 1)] },
  { name: 'group-feed-employee', as: 'liam', path: ({ group }) => `/groups/${group}`, screens: [...desk, ...phone] },
  { name: 'group-feed-external', as: 'kim', path: ({ group }) => `/groups/${group}`, screens: [...desk, ...phone] },
  {
    name: 'group-members-employee',
    as: 'liam',
    path: ({ group }) => `/groups/${group}/members`,
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
  },
  { name: 'feed-employee', as: 'boris', path: () => '/feed', screens: [...desk.slice(0, 1), ...phone.slice(1)] },
  { name: 'tasks-employee', as: 'liam', path: () => '/tasks', screens: [...desk, ...phone.slice(0, 1)] },
  { name: 'tasks-external', as: 'kim', path: () => '/tasks', screens: [...desk.slice(0, 1), ...phone.slice(1)] },
  {
    name: 'task-external',
    as: 'kim',
    path: ({ task }) => `/tasks/${task}`,
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
  },
  {
    name: 'directory-employee',
    as: 'anna',
    path: () => '/people',
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
  },
  { name: 'contacts-external', as: 'kim', path: () => '/people', screens: [...desk.slice(0, 1), ...phone.slice(0, 1)] },
  { name: 'groups-employee', as: 'boris', path: () => '/groups', screens: [...desk.slice(0, 1), ...phone.slice(0, 1)] },
  { name: 'settings-mail', as: 'anna', path: () => '/settings/mail', screens: desk.slice(0, 1) },
  { name: 'settings-people', as: 'anna', path: () => '/settings/people', screens: desk.slice(0, 1) },
]

const only = process.argv[2] ?? ''
const data = await mkdtemp(join(tmpdir(), 'loggia-pictures-'))
const log = openLog('error')
await buildIfStale()
const embedded = await startEmbedded({ folder: data, log, fsync: false })
const urls = await prepareRoles(addressOf(embedded.connection), { keeper: 'keeper', app: 'app' })
const portal = await openPortalOn(urls, log)
const browser = await openBrowser()
try {
  const { groups, people } = await seedSample(portal.platform, samplePassword)
  await portal.settled()
  const { rows } = await portal.platform.database.keeper.query<{ id: string }>(
    'select id from tasks where responsible_id = $1 and completed_at is null order by id limit 1',
    [people.get('kim')],
  )
  const ids = { group: groups.get('acme') ?? '', task: rows[0]?.id ?? '', portalUrl: portal.url }
  await mkdir(folder, { recursive: true })
  for (const { name, as, path, screens } of shots.filter((shot) => shot.name.includes(only))) {
    for (const screen of screens) {
      const page = as ? await signedIn(browser, portal.url, as, path(ids), screen) : await browser.newPage(screen)
      if (!as) await page.goto(portal.url + path(ids))
      await page.getByRole('heading').first().waitFor()
      await page.waitForLoadState('networkidle')
      const file = `${name}-${screen.width}-${screen.dark ? 'dark' : 'light'}.png`
      await page.screenshot({ path: join(folder, file) })
      await page.context().close()
      console.log(`docs/pictures/${file}`)
    }
  }
} finally {
  await browser.close().catch((error: unknown) => console.error(error))
  await portal.close()
  await embedded.stop()
  await rm(data, { recursive: true, force: true })
}
