import type { CDPSession, Worker } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { until } from '#tests/rules/ear.ts'
import { openPushService, type PushBrowser, type PushService } from '#tests/rules/pushes.ts'
import { openScene, type Scene } from './scene.ts'

/**
 * Chromium has no push service of its own here: this stands in the place of one. All else is real: the portal sends to a service, and the worker gets
 * what came there.
 */
const subscribing = ({ endpoint, keys }: PushBrowser['subscription']) => `
  const bytes = (key) => Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.codePointAt(0))
  const made = (key) => ({
    endpoint: '${endpoint}',
    options: { applicationServerKey: bytes(key).buffer },
    toJSON: () => ({ endpoint: '${endpoint}', keys: ${JSON.stringify(keys)} }),
    unsubscribe: async () => { localStorage.removeItem('test.push'); return true },
  })
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    localStorage.setItem('test.push', applicationServerKey)
    return made(applicationServerKey)
  }
  PushManager.prototype.getSubscription = async () => {
    const key = localStorage.getItem('test.push')
    return key ? made(key) : null
  }`

/** Nor does a Chromium without a screen show notifications: what would be shown is kept here, for the page and its worker alike. */
const showing = `{
  const all = async (change) => {
    const kept = await caches.open('test.shown')
    const now = await kept.match('/all').then((found) => found?.json() ?? [])
    if (change) await kept.put('/all', new Response(JSON.stringify(change(now))))
    return now
  }
  const given = { permission: { get: () => 'granted' }, requestPermission: { value: async () => 'granted' } }
  if (globalThis.document) Object.defineProperties(Notification, given)
  ServiceWorkerRegistration.prototype.showNotification = (title, options) =>
    all((now) => [...now.filter(({ tag }) => tag !== options.tag), { title, ...options }])
  ServiceWorkerRegistration.prototype.getNotifications = async () =>
    (await all()).map((one) => ({ ...one, close: () => all((now) => now.filter(({ tag }) => tag !== one.tag)) }))
}`

/** What is asked of the worker, in its own world. */
const asked = {
  shown: `registration.getNotifications().then((all) => all.map(({ title, body, tag, lang }) => ({ title, body, tag, lang })))`,
  close: `registration.getNotifications().then((all) => Promise.all(all.map((one) => one.close())))`,
  click: `registration.getNotifications().then(([notification]) => {
    dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil: () => undefined }))
  })`,
  kept: `caches.keys().then(async (names) => {
    const ours = names.filter((name) => !name.startsWith('test.'))
    return (await Promise.all(ours.map(async (name) => (await caches.open(name)).keys()))).flat().map(({ url }) => new URL(url).pathname)
  })`,
}

describe('push comes to a browser, from turning it on to signing out (NTF-1, GEN-6)', () => {
  let scene: Scene
  let service: PushService
  let device: PushBrowser
  let page: TestPage
  let control: CDPSession
  const registrations: string[] = []
  beforeAll(async () => {
    scene = await openScene()
    service = await openPushService(scene.portal)
    device = service.newBrowser()
    page = await scene.signedIn('kim', '/notices')
    await page.context().addInitScript({
      content: `if (location.protocol === 'http:') { ${subscribing(device.subscription)}\n${showing} }`,
    })
    control = await page.context().newCDPSession(page)
    control.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: known }) => {
      for (const { registrationId, isDeleted } of known) if (!isDeleted) registrations.push(registrationId)
    })
    await control.send('ServiceWorker.enable')
  })
  afterAll(async () => {
    await scene.close()
    await service.close()
  })

  /** The worker, at work: browsers let one sleep that has nothing to do. */
  const worker = async (): Promise<Worker> => {
    await control.send('ServiceWorker.startWorker', { scopeURL: `${scene.portal.url}/` })
    await until(() => page.context().serviceWorkers().length > 0, 'a worker')
    const [one] = page.context().serviceWorkers()
    if (!one) throw new Error('There is no worker.')
    await one.evaluate(showing)
    return one
  }
  const shown = async () =>
    (await worker()).evaluate<{ title: string; body: string; tag: string; lang: string }[]>(asked.shown)
  /** Gives the worker what came to the device, as its push service would. */
  const deliver = async () => {
    await scene.portal.settled()
    const data = device.pushed.at(-1)?.text ?? ''
    const [registrationId = ''] = registrations
    await worker()
    await control.send('ServiceWorker.deliverPushMessage', { origin: scene.portal.url, registrationId, data })
  }
  const comment = async (text: string) => {
    const [post] = (await (await scene.portal.as('kim')).feed.list({ group: scene.portal.group('acme') })).items
    return (await scene.portal.as('liam')).comments.add({ threadId: post?.id ?? '', text })
  }

  /** Nothing is shown here, kept or subscribed. */
  const isWithoutPush = async () => {
    const kept = await (await worker()).evaluate<string[]>(asked.kept)
    const own = await page.evaluate(() =>
      ['loggia.push', 'test.push'].flatMap((name) => localStorage.getItem(name) ?? []),
    )
    return [...kept, ...own, ...(await shown())].length === 0
  }

  it('is turned on with one click, and the browser stands in the list', async () => {
    await page.goto(`${scene.portal.url}/settings/notices`)
    const part = page.getByRole('main')
    await part.getByRole('heading', { name: 'Push on this device' }).waitFor()
    expect(await axe(page)).toBe('')
    await part.getByRole('button', { name: 'Turn on', exact: true }).click()
    await part.getByRole('button', { name: 'Turn off', exact: true }).waitFor()
    await part.getByText('On. You are told on this device').waitFor()
    await until(() => registrations.length > 0, 'a worker')
    const on = (await (await scene.portal.as('kim')).notices.push()).items
    expect(on).toMatchObject([{ browser: 'Chrome' }])
    await page.getByRole('switch', { name: 'Comments: Push' }).waitFor()
  })

  it('a kind is left out where its switch is off', async () => {
    const isOn = async () => (await (await scene.portal.as('kim')).notices.settings()).kinds.comments?.push ?? false
    const turn = page.getByRole('switch', { name: 'Comments: Push' })
    expect(await isOn()).toBe(true)
    await turn.press('Space')
    // As long as the page has not heard the answer, the switch says what was before.
    await until(async () => !(await isOn()) && !(await turn.isChecked()), 'the change of the setting')
    await turn.press('Space')
    await until(async () => (await isOn()) && (await turn.isChecked()), 'the change of the setting')
  })

  it('what is pushed is shown while the portal is closed, once, and nothing while it is before one’s eyes', async () => {
    const post = (await (await scene.portal.as('kim')).feed.add({ groupId: scene.portal.group('acme'), text: 'Doors' }))
      .id
    await (await scene.portal.as('liam')).comments.add({ threadId: post, text: 'Oak' })
    await deliver()
    expect(await shown()).toEqual([])
    await page.goto('about:blank')
    await (await scene.portal.as('liam')).comments.add({ threadId: post, text: 'Or pine' })
    await deliver()
    await until(async () => (await shown()).length === 1, 'a notification')
    const [one] = await shown()
    expect(one).toMatchObject({ title: 'Acme headquarters, Dublin', tag: post, lang: 'en' })
    expect(one?.body).toMatch(/^Liam \S+ has commented on “Doors”\nOr pine$/)
    await (await worker()).evaluate(asked.close)
    // The same again, as after a kill; then another, so that the first was done with.
    await deliver()
    await (
      await scene.portal.as('liam')
    ).tasks.create({
      title: 'Hinges',
      groupId: scene.portal.group('acme'),
      responsibleId: scene.portal.person('kim'),
    })
    await deliver()
    await until(async () => (await shown()).length > 0, 'a notification')
    expect((await shown()).map(({ body }) => body)).toEqual([expect.stringContaining('“Hinges”')])
    await (await worker()).evaluate(asked.close)
  })

  it('a click leads the open portal to it, where it is read; what was read stands on the device no more', async () => {
    await comment('Here')
    await deliver()
    await until(async () => (await shown()).length === 1, 'a notification')
    const [before] = await shown()
    await page.goto(`${scene.portal.url}/tasks`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await (await worker()).evaluate(asked.click)
    await page.waitForURL(`**/posts/${before?.tag}**`)
    await until(async () => (await shown()).length === 0, 'the end of the notification')
    const unread = async () => (await (await scene.portal.as('kim')).notices.thread({ id: before?.tag ?? '' })).unread
    await until(async () => (await unread()).length === 0, 'the reading of what it told of')
    expect(await shown()).toEqual([])
  })

  it('the worker keeps nothing of what people write, and signing out leaves nothing at all', async () => {
    const kept = await (await worker()).evaluate<string[]>(asked.kept)
    expect(kept.length).toBeGreaterThan(0)
    for (const path of kept) expect(path).toMatch(/^\/shown\/[0-9a-f-]{36}$/)
    await page.goto('about:blank')
    await comment('Once more')
    await deliver()
    await until(async () => (await shown()).length === 1, 'a notification')
    await page.goto(`${scene.portal.url}/notices`)
    await page.getByRole('button', { name: /profile and settings$/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    // Whoever signs in next is not led to where somebody else was.
    expect(page.url()).toBe(`${scene.portal.url}/sign-in`)
    expect(await shown()).toEqual([])
    await until(isWithoutPush, 'a browser without push')
    expect((await (await scene.portal.as('kim')).notices.push()).items).toEqual([])
    // What a page that was closed in the middle left behind, the sign-in page takes away.
    await page.evaluate(() => localStorage.setItem('test.push', 'a key of before'))
    await page.reload()
    await until(isWithoutPush, 'a browser without push')
  })

  it('the portal is installed under its own name, colour and icon', async () => {
    const answer = await page.request.get(`${scene.portal.url}/api/v1/portal/manifest`)
    const manifest = (await answer.json()) as {
      name: string
      theme_color: string
      icons: { src: string; sizes: string }[]
    }
    const { name, brandColour } = await (await scene.portal.as('kim')).portal.face()
    expect(manifest).toMatchObject({ name, theme_color: brandColour, start_url: '/', display: 'standalone' })
    for (const { src, sizes } of manifest.icons) {
      const icon = await page.request.get(scene.portal.url + src)
      expect(icon.headers()).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' })
      expect((await icon.body()).readUInt32BE(16)).toBe(Number.parseInt(sizes, 10))
    }
    const { installabilityErrors } = await control.send('Page.getInstallabilityErrors')
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  })
})
