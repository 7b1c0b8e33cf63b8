/** What a browser can do: push, push once the portal is on the home screen of an iPhone, or none, because it is too old or the address is not safe. */
export type Ability = 'can' | 'homeScreen' | 'insecure' | 'cannot'

/** What a page of the portal keeps of its own push: for whom, in which sign-in, under which address. */
interface Kept {
  person: string
  here: string | null
  endpoint: string
}

const keptAs = 'loggia.push'
const worker = '/push-worker.js'

/** What this browser can do. */
export function abilityOf(): Ability {
  if (!window.isSecureContext) return 'insecure'
  if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) return 'can'
  // An iPad says that it is a Mac, and has fingers.
  const apple =
    /iPhone|iPad/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  return apple ? 'homeScreen' : 'cannot'
}

/** What was kept in this browser when push was turned on here. */
export function keptPush(): Kept | null {
  const text = localStorage.getItem(keptAs)
  return text ? (JSON.parse(text) as Kept) : null
}

/** Keeps that push is on here. */
export const keepPush = (kept: Kept): void => localStorage.setItem(keptAs, JSON.stringify(kept))

/** The worker of this browser, if it has one. */
const registered = async (): Promise<ServiceWorkerRegistration | undefined> =>
  abilityOf() === 'can' ? navigator.serviceWorker.getRegistration('/') : undefined

/** The subscription of this browser, if it has one for this key. */
export async function subscriptionFor(key: string): Promise<PushSubscription | null> {
  const found = (await (await registered())?.pushManager.getSubscription()) ?? null
  return found && keyOf(found) === key ? found : null
}

/** Subscribes this browser with the key of the portal. Asks for nothing: permission was given before. */
export async function subscribe(key: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.register(worker, { updateViaCache: 'none' })
  await navigator.serviceWorker.ready
  const before = await registration.pushManager.getSubscription()
  if (before && keyOf(before) === key) return before
  await before?.unsubscribe()
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

/** What a browser says of its subscription, as the portal takes it. */
export function subscriptionOf(found: PushSubscription): { endpoint: string; keys: { p256dh: string; auth: string } } {
  const { endpoint = '', keys } = found.toJSON()
  return { endpoint, keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } }
}

/** Ends push in this browser, and takes away what it shows and remembers. */
export async function endPush(): Promise<void> {
  localStorage.removeItem(keptAs)
  const registration = await registered()
  if (!registration) return
  await closeShown(() => true)
  await caches.delete('loggia-shown')
  await (await registration.pushManager.getSubscription())?.unsubscribe()
}

/** Takes away shown notifications. */
export async function closeShown(which: (about: string) => boolean): Promise<void> {
  for (const one of await shownHere()) if (which(one.tag)) one.close()
}

/** Notifications that stand on this device now. */
export const shownHere = async (): Promise<Notification[]> => (await registered())?.getNotifications() ?? []

/** The key that a subscription was made with, as the portal writes it. */
function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0))
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
