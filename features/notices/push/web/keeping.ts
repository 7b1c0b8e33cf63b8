import { failureOf } from '#ui/errors.ts'
import { notices } from '../../web/api.ts'
import {
  closeShown,
  endPush,
  keepPush,
  keptPush,
  shownHere,
  subscribe,
  subscriptionFor,
  subscriptionOf,
} from './browser.ts'

/**
 * Brings this browser and the portal to agree, once for each page that is opened. Whoever turned push on here and signs in again has it again; whoever turned it
 * off elsewhere, or is somebody else, has it no more.
 */
export async function reconcile(personId: string): Promise<void> {
  const kept = keptPush()
  if (!kept) return
  if (kept.person !== personId) return endPush()
  const { key, here, items } = await notices.push.call()
  const present = items.find((one) => one.present)
  if (Notification.permission !== 'granted') {
    if (present) await notices.turnPushOff.call({ id: present.id })
    return endPush()
  }
  if (!present && kept.here === here) return endPush()
  const before = await subscriptionFor(key)
  if (present && before?.endpoint === kept.endpoint) return
  const subscription = before ?? (await subscribe(key))
  await notices.turnPushOn.call(subscriptionOf(subscription))
  keepPush({ person: personId, here, endpoint: subscription.endpoint })
}

const most = 100

/** Takes away what is shown on this device and was read meanwhile. */
export async function closeRead(): Promise<void> {
  const shown = await shownHere()
  if (shown.length === 0) return
  const { items, next } = await notices.list.call({ unread: true, limit: most })
  if (next !== null) return
  const unread = new Set(items.map(({ about }) => about.id))
  const read = new Set<string>()
  // What is told by push alone stands in no list: it is asked for by its number.
  for (const { tag, data } of shown) if (!unread.has(tag) && !(await isUnread(data))) read.add(tag)
  await closeShown((about) => read.has(about))
}

/** Whether what a shown notification tells of is there for whoever is signed in here, and unread. */
async function isUnread(data: unknown): Promise<boolean> {
  const { id = '' } = data as { id?: string }
  try {
    return (await notices.get.call({ id })).unread
  } catch (error) {
    if (failureOf(error) === 'missing') return false
    throw error
  }
}
