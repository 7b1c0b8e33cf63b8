import type { QueryClient } from '@tanstack/react-query'
import { featureOf } from './queries.ts'

/** What the server says when something happened that this person may know of: what kind, and about which record. */
interface Told {
  kind: string
  about?: { kind: string; id: string }
}

interface LiveOptions {
  queries: QueryClient
  /** Features whose screens also change when another feature's things happen: `{ comments: ['feed'] }`. */
  alsoRefresh: ReadonlyMap<string, readonly string[]>
  signedOut: () => void
}

const signedOutCode = 4401
const heldBackCode = 4403
const longestWait = 30_000
const gatheringTime = 100

/** How long to wait before the next attempt to connect, in milliseconds: doubling, with some chance so that not all come at once. */
export function waitBefore(attempt: number, chance: number): number {
  return Math.min(longestWait, 500 * 2 ** attempt) * (0.5 + chance / 2)
}

function isTold(message: unknown): message is Told {
  return typeof message === 'object' && message !== null && 'kind' in message && typeof message.kind === 'string'
}

function isAboutMe(queryKey: readonly unknown[]): boolean {
  const [path] = queryKey
  return Array.isArray(path) && path[0] === 'account' && path[1] === 'me'
}

/** Forgets what was heard: lists and records empty at once and ask again under what the person may see now. */
export function forgetEverything(queries: QueryClient): void {
  queries.removeQueries({ type: 'inactive', predicate: (query) => !isAboutMe(query.queryKey) })
  // Who one is stays on the screen while it is asked again; it shows nothing of anyone else.
  void queries.resetQueries({ predicate: (query) => !isAboutMe(query.queryKey) })
  void queries.invalidateQueries({ predicate: (query) => isAboutMe(query.queryKey) })
}

/** Asks again what was answered before anybody listened: what happened in between was told to nobody. */
export function catchUp(queries: QueryClient): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey, state }) => state.dataUpdatedAt > 0 && state.fetchStatus === 'idle' && !isAboutMe(queryKey),
  })
}

/** Refreshes the screens of a feature, and of those that show its things too. */
function refresher({ queries, alsoRefresh }: LiveOptions) {
  const waiting = new Set<string>()
  return (feature: string) => {
    if (waiting.size === 0) {
      setTimeout(() => {
        const now = new Set(waiting)
        waiting.clear()
        void queries.invalidateQueries({ predicate: (query) => now.has(featureOf(query.queryKey) ?? '') })
      }, gatheringTime)
    }
    for (const name of [feature, ...(alsoRefresh.get(feature) ?? [])]) waiting.add(name)
  }
}

/** Listens to the portal over one WebSocket for as long as somebody is signed in; returns what stops it. */
export function listen(options: LiveOptions): () => void {
  const refresh = refresher(options)
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let stopped = false

  function connect() {
    socket = new WebSocket(`${window.location.origin.replace(/^http/, 'ws')}/live`)
    socket.addEventListener('message', (event) => hear(event.data))
    socket.addEventListener('close', (event) => {
      if (stopped) return
      if (event.code === signedOutCode) return options.signedOut()
      // Whoever is asked for a second factor is refused until they have one: who one is now says so, and then nobody calls any more.
      const heldBack = event.code === heldBackCode
      if (heldBack) void options.queries.invalidateQueries({ predicate: ({ queryKey }) => isAboutMe(queryKey) })
      timer = setTimeout(connect, heldBack ? longestWait : waitBefore(attempt, Math.random()))
      attempt += 1
    })
  }

  // What happened while nobody listened was not heard, so it is asked again.
  function heard() {
    if (attempt > 0) void options.queries.invalidateQueries()
    else catchUp(options.queries)
    attempt = 0
  }

  function hear(text: unknown) {
    const message: unknown = typeof text === 'string' ? JSON.parse(text) : null
    if (!isTold(message)) return
    if (message.kind === 'live.ready') heard()
    else if (message.kind === 'access.changed') forgetEverything(options.queries)
    else if (message.kind === 'access.granted') void options.queries.invalidateQueries()
    else refresh(message.kind.split('.')[0] ?? '')
  }

  connect()
  return () => {
    stopped = true
    clearTimeout(timer)
    socket?.close()
  }
}
