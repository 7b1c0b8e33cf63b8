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
import { listOutbox, readOutbox } from '#platform/mail/outbox.ts'
import { openBrowser, type Screen, type TestPage } from './browser.ts'
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
  /** Opens what the picture is of, over the page. */
  open?: (page: TestPage) => Promise<void>
}
interface Ids {
  group: string
  task: string
  invitation: string
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
  { name: 'external-people', as: 'anna', path: () => '/settings/external-people', screens: desk.slice(0, 1) },
  { name: 'settings-people', as: 'anna', path: () => '/settings/people', screens: desk.slice(0, 1) },
  {
    name: 'settings-invitations',
    as: 'anna',
    path: () => '/settings/invitations?show=rules',
    screens: [...desk.slice(0, 1), ...phone.slice(1)],
  },
  { name: 'settings-licence', as: 'anna', path: () => '/settings/licence', screens: desk.slice(0, 1) },
  {
    name: 'profile',
    as: 'liam',
    path: () => '/settings/profile',
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
  },
  { name: 'security', as: 'liam', path: () => '/settings/security', screens: [...desk.slice(0, 1), ...phone.slice(1)] },
  {
    name: 'join',
    as: null,
    path: ({ invitation }) => invitation,
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
  },
  {
    name: 'create-group',
    as: 'liam',
    path: () => '/groups',
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
    async open(page) {
      await page.getByRole('main').getByRole('button', { name: 'Create group' }).click()
      await page.getByRole('switch', { name: 'External group' }).check()
    },
  },
  {
    name: 'invite',
    as: 'liam',
    path: ({ group }) => `/groups/${group}`,
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
    async open(page) {
      await page.getByRole('main').getByRole('button', { name: 'Invite people' }).click()
      await page.getByRole('dialog').locator('textarea').waitFor()
    },
  },
  {
    name: 'group-record',
    as: 'liam',
    path: ({ group }) => `/groups/${group}/settings`,
    screens: desk.slice(0, 1),
    async open(page) {
      await page.getByRole('combobox', { name: 'For whom' }).click()
      await page.getByRole('option', { name: 'Kim Lee' }).click()
      await page.getByRole('button', { name: 'Make it for Kim Lee' }).click()
      await page.getByText('Given, kept until').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'who-can-see',
    as: 'liam',
    path: ({ task }) => `/tasks/${task}`,
    screens: [...desk, ...phone.slice(0, 1)],
    async open(page) {
      await page.getByRole('main').getByRole('button', { name: 'Actions' }).first().click()
      await page.getByRole('menuitem', { name: 'Who can see this' }).click()
      await page.getByRole('dialog').getByText('Liam Doherty').first().waitFor()
    },
  },
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
  // The documents are in English, so everybody in the pictures reads English.
  await portal.platform.database.keeper.query(`update people set language = 'en'`)
  const { rows } = await portal.platform.database.keeper.query<{ id: string }>(
    'select id from tasks where responsible_id = $1 and completed_at is null order by id limit 1',
    [people.get('kim')],
  )
  const letters = await listOutbox(join(portal.folder, 'outbox'), { limit: 10 })
  const letter = await readOutbox(
    join(portal.folder, 'outbox'),
    letters.items.find(({ subject }) => / invites you /.test(subject))?.id ?? '',
  )
  const invitation = /\/join\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? ''
  const ids = { invitation, group: groups.get('acme') ?? '', task: rows[0]?.id ?? '', portalUrl: portal.url }
  await mkdir(folder, { recursive: true })
  // One sign-in for each person and screen: more of them in a minute than one address may try.
  const pages = new Map<string, TestPage>()
  const pageOf = async (as: PersonKey | null, screen: Screen) => {
    const who = `${as} ${JSON.stringify(screen)}`
    const page =
      pages.get(who) ?? (as ? await signedIn(browser, portal.url, as, '/', screen) : await browser.newPage(screen))
    pages.set(who, page)
    return page
  }
  for (const { name, as, path, screens, open } of shots.filter((shot) => shot.name.includes(only))) {
    for (const screen of screens) {
      const page = await pageOf(as, screen)
      await page.goto(portal.url + path(ids))
      await page.getByRole('heading').first().waitFor()
      await page.waitForLoadState('networkidle')
      await open?.(page)
      const file = `${name}-${screen.width}-${screen.dark ? 'dark' : 'light'}.png`
      await page.screenshot({ path: join(folder, file) })
      console.log(`docs/pictures/${file}`)
    }
  }
} finally {
  await browser.close().catch((error: unknown) => console.error(error))
  await portal.close()
  await embedded.stop()
  await rm(data, { recursive: true, force: true })
}
