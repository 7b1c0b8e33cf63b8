import { focusManager, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { Hearing, Told } from './hearing.ts'
import { featureOf } from './queries.ts'

interface LiveOptions {
  queries: QueryClient
  /** Features whose screens also change when another feature's things happen: `{ comments: ['feed'] }`. */
  alsoRefresh: ReadonlyMap<string, readonly string[]>
  /** By the name of the feature; of the others all is asked again. */
  hearing: ReadonlyMap<string, Hearing>
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

/** Of more things than these at once a list is asked again as a whole. */
const mostAlone = 3

/** Of which things a feature's screens have to be asked again; `all` of them where that is not known. */
type Waiting = Map<string, Set<string> | 'all'>

/** Asks again what what was heard has changed; several things heard shortly after one another are one. A page that nobody looks at is asked when they do. */
export function refresher({ queries, alsoRefresh, hearing }: Omit<LiveOptions, 'signedOut'>) {
  const waiting: Waiting = new Map()
  const flush = () => {
    const now: Waiting = new Map(waiting)
    waiting.clear()
    const seen = focusManager.isFocused()
    const alone = new Map<string, string>()
    for (const [feature, ids] of now) {
      const list = hearing.get(feature)?.list
      if (!list || ids === 'all' || ids.size > mostAlone || !seen) continue
      alone.set(feature, list.call)
      void list.refresh(queries, [...ids])
    }
    const isTouched = ({ queryKey }: { queryKey: QueryKey }) => {
      const feature = featureOf(queryKey) ?? ''
      const ids = now.get(feature)
      if (!ids || ids === 'all') return ids === 'all'
      const { call, input } = askedIn(queryKey)
      if (call === alone.get(feature)) return false
      const thing = hearing.get(feature)?.thing(call, input)
      return typeof thing === 'string' ? ids.has(thing) : true
    }
    void queries.invalidateQueries({ predicate: isTouched, refetchType: seen ? 'active' : 'none' })
  }
  return (told: Told) => {
    const feature = told.kind.split('.')[0] ?? ''
    if (waiting.size === 0) setTimeout(flush, gatheringTime)
    for (const name of [feature, ...(alsoRefresh.get(feature) ?? [])]) {
      const { about } = told
      const reach = about ? (hearing.get(name)?.reach({ ...told, about }) ?? 'all') : 'all'
      const known = waiting.get(name) ?? new Set()
      if (reach === 'all') waiting.set(name, 'all')
      else if (about && reach === 'one' && known !== 'all') waiting.set(name, known.add(about.id))
    }
  }
}

/** The call that a query makes, and what it is asked with. */
function askedIn(queryKey: QueryKey): { call: string; input: Readonly<Record<string, unknown>> } {
  const [path, options] = queryKey
  const input = typeof options === 'object' && options && 'input' in options ? options.input : null
  return {
    call: Array.isArray(path) && typeof path[1] === 'string' ? path[1] : '',
    input: typeof input === 'object' && input ? (input as Record<string, unknown>) : {},
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
    else refresh(message)
  }

  connect()
  return () => {
    stopped = true
    clearTimeout(timer)
    socket?.close()
  }
}
