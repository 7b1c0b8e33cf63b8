import type { Tab, WorkerScope } from './worker-scope.ts'

/**
 * What stays in a browser while the portal is closed: it shows what is pushed, opens what was clicked, and tells the portal when the browser
 * renews its subscription. Of what people write it keeps nothing, and it answers for no page. Built alone (vite.config.ts), served as /push-worker.js.
 */
declare const self: WorkerScope

/** What is pushed (server/compose.ts). */
interface Message {
  id: string
  title: string
  body: string
  path: string
  tag: string
  lang: string
}

// A new version takes over at once: nothing is kept that an older page could miss.
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('push', (event) => event.waitUntil(receive(event.data?.json() as Message | undefined)))
self.addEventListener('notificationclick', (event) => event.waitUntil(open(event.notification)))
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew()))

async function receive(message: Message | undefined): Promise<void> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  // Whoever has the portal before their eyes sees the bell move; browsers ask for nothing to be shown then.
  for (const tab of tabs) tab.postMessage({ kind: 'notices.pushed' }, [])
  const looking = tabs.some((tab) => tab.visibilityState === 'visible')
  const wanted = message !== undefined && !looking && (await isWanted(message.id))
  if (wanted) return self.registration.showNotification(message.title, shown(message))
  // Only Safari forbids push to a site that once shows nothing: there something is shown, and taken back.
  if (!navigator.vendor.startsWith('Apple')) return
  await self.registration.showNotification(location.hostname, { tag: 'nothing', silent: true })
  await closeAll((one) => one.tag === 'nothing')
}

const shown = ({ id, body, path, tag, lang }: Message): NotificationOptions & { renotify: boolean } => ({
  body,
  tag,
  lang,
  data: { id, path },
  icon: '/api/v1/portal/icons/large',
  badge: '/api/v1/portal/icons/badge',
  // In the place of the one before, and heard all the same.
  renotify: true,
})

/** Whether there is still something to call for: asked as whoever is signed in here now. Where nobody answers, what was sent stands. */
async function isWanted(id: string): Promise<boolean> {
  if (await wasShown(id)) return false
  const signal = AbortSignal.timeout(5000)
  const answer = await fetch(`/api/v1/notices/${id}`, { signal }).catch(() => null)
  if (answer?.status === 401) await forget()
  if (!answer || answer.status >= 429) return true
  return answer.ok && ((await answer.json()) as { unread: boolean }).unread
}

/** Nobody is signed in here any more: nothing more shall come, and nothing stay in sight. */
async function forget(): Promise<void> {
  await closeAll(() => true)
  await (await self.registration.pushManager.getSubscription())?.unsubscribe()
}

async function closeAll(which: (one: Notification) => boolean): Promise<void> {
  for (const one of await self.registration.getNotifications()) if (which(one)) one.close()
}

const remembered = 50

/** Whether this very notice was here before: what a killed server had in hand it sends again. Numbers alone are kept, and few. */
async function wasShown(id: string): Promise<boolean> {
  const kept = await caches.open('loggia-shown')
  if (await kept.match(`/shown/${id}`)) return true
  await kept.put(`/shown/${id}`, new Response())
  const all = await kept.keys()
  for (const old of all.slice(0, Math.max(0, all.length - remembered))) await kept.delete(old)
  return false
}

/** Opens what was clicked: in a tab of the portal, which goes there by itself where it is drawn, or in a new one. */
async function open(notification: Notification): Promise<void> {
  notification.close()
  const { path } = notification.data as { path: string }
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const tab = tabs.find((one) => one.visibilityState === 'visible') ?? tabs[0]
  // Where the window may not come to the front by itself, it goes there all the same.
  const focused = tab && (await tab.focus().catch(() => tab))
  if (focused && (await goes(focused, path))) return
  await self.clients.openWindow(path)
}

const patience = 1500

function goes(tab: Tab, path: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((answered) => {
    port1.addEventListener('message', () => answered(true))
    port1.start()
    setTimeout(() => answered(false), patience)
    tab.postMessage({ kind: 'notices.open', path }, [port2])
  })
}

/** The browser has another address, or none any more: it gets one, and the portal hears of it. */
async function renew(): Promise<void> {
  const answer = await fetch('/api/v1/me/push')
  if (!answer.ok) return forget()
  const { key, items } = (await answer.json()) as { key: string; items: { present: boolean }[] }
  // Turned off from another device meanwhile.
  if (!items.some(({ present }) => present)) return forget()
  const { endpoint, keys } = (
    await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  ).toJSON()
  await fetch('/api/v1/me/push', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint, keys }),
  })
}
