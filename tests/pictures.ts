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
import { actingIn } from './acting.ts'
import { openBrowser, type Screen, type TestPage } from './browser.ts'
import { signedIn } from './journeys/signed-in.ts'
import { takeLetterSheets } from './letter-sheets.ts'
import { shots } from './shots.ts'
import { openPortalOn, samplePassword } from './template.ts'

/** Takes the pictures of docs/pictures anew, from the sample company: `bin/pictures [parts of names]`. */

const folder = new URL('../docs/pictures/', import.meta.url).pathname
const parts = process.argv.slice(2)
const wanted = ({ name }: { name: string }): boolean => parts.length === 0 || parts.some((part) => name.includes(part))
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
  // Somebody whose time runs out, for what is said of last days.
  await portal.platform.database.keeper.query(
    `update members set until = current_date + 12, term_days = 90 where person_id = any ($1)`,
    [[people.get('kim'), people.get('lena')]],
  )
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
  const ids = {
    invitation,
    group: groups.get('acme') ?? '',
    internal: groups.get('library') ?? '',
    task: rows[0]?.id ?? '',
    person: (key: PersonKey) => people.get(key) ?? '',
  }
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
  for (const { name, as, path, screens, open } of shots.filter(wanted)) {
    for (const screen of screens) {
      const page = await pageOf(as, screen)
      await page.goto(portal.url + path(ids))
      await page.getByRole('heading').first().waitFor()
      await page.waitForLoadState('networkidle')
      await open?.(page)
      // A button that waits for an answer hides what it says.
      await page.waitForFunction('!document.querySelector("[data-loading]")')
      const file = `${name}-${screen.width}-${screen.dark ? 'dark' : 'light'}.png`
      await page.screenshot({ path: join(folder, file) })
      console.log(`docs/pictures/${file}`)
    }
  }
  // Last, since they do all that letters tell of.
  if (wanted({ name: 'letters' }))
    for (const file of await takeLetterSheets(actingIn(portal, { people, groups }), browser, folder))
      console.log(`docs/pictures/${file}`)
} finally {
  await browser.close().catch((error: unknown) => console.error(error))
  await portal.close()
  await embedded.stop()
  await rm(data, { recursive: true, force: true })
}
