// What a service worker has around it. The library of these types says of many names something else than that of pages, so both cannot stand in one project.

/** An event during which the browser keeps the worker alive until `work` is over. */
interface LongEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void
}

/** A tab of the portal. */
export interface Tab {
  visibilityState: DocumentVisibilityState
  focus: () => Promise<Tab>
  navigate: (path: string) => Promise<Tab | null>
  postMessage: (message: unknown, ports: MessagePort[]) => void
}

interface Events {
  install: LongEvent
  activate: LongEvent
  push: LongEvent & { data: { json: () => unknown } | null }
  notificationclick: LongEvent & { notification: Notification }
  pushsubscriptionchange: LongEvent
}

/** The world of the worker. */
export interface WorkerScope {
  registration: ServiceWorkerRegistration
  clients: {
    claim: () => Promise<void>
    matchAll: (which: { type: 'window'; includeUncontrolled: boolean }) => Promise<Tab[]>
    openWindow: (path: string) => Promise<Tab | null>
  }
  skipWaiting: () => Promise<void>
  addEventListener: <Name extends keyof Events>(name: Name, hear: (event: Events[Name]) => void) => void
}
