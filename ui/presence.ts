import { createContext, use, useCallback, useSyncExternalStore } from 'react'

/** Answers which of these people are online, as far as the person asking hears of it. */
type AskOnline = (ids: string[]) => Promise<string[]>

/** Who of the people on the screen is online. */
export interface Presence {
  /** Tells `changed` when that changes for somebody, for as long as a face of theirs is shown; returns what ends it. */
  watch: (id: string, changed: () => void) => () => void
  isOnline: (id: string) => boolean
}

/** So many are asked for at once; of more faces than that the last ones wait for the next time. */
const most = 200
/** Milliseconds in which faces that come up together are asked for together. */
const gathering = 200
const again = 60_000

/** Asks for all faces on the screen in one go: soon after one comes up, then every minute while the page is looked at; without faces not at all. */
export function presenceOf(ask: AskOnline): Presence {
  const watched = new Map<string, Set<() => void>>()
  let online: ReadonlySet<string> = new Set()
  let soon: ReturnType<typeof setTimeout> | undefined
  let clock: ReturnType<typeof setInterval> | undefined

  const look = async (): Promise<void> => {
    soon = undefined
    const before = online
    // Not being able to say who is online is no reason to say anything else.
    const now = new Set(await ask([...watched.keys()].slice(-most)).catch(() => before))
    online = now
    for (const [id, each] of watched) if (before.has(id) !== now.has(id)) for (const changed of each) changed()
  }
  const lookSoon = (): void => {
    if (document.visibilityState === 'visible') soon ??= setTimeout(() => void look(), gathering)
  }
  const begin = (): void => {
    clock = setInterval(lookSoon, again)
    document.addEventListener('visibilitychange', lookSoon)
  }
  const end = (): void => {
    clearInterval(clock)
    clearTimeout(soon)
    soon = undefined
    document.removeEventListener('visibilitychange', lookSoon)
  }

  return {
    watch(id, changed) {
      if (watched.size === 0) begin()
      const each = watched.get(id) ?? new Set()
      if (each.size === 0) lookSoon()
      watched.set(id, each.add(changed))
      return () => {
        each.delete(changed)
        if (each.size === 0) watched.delete(id)
        if (watched.size === 0) end()
      }
    },
    isOnline: (id) => online.has(id),
  }
}

const PresenceContext = createContext<Presence | null>(null)

/** Gives it to all faces inside; without it nobody is said to be online. */
export const PresenceProvider = PresenceContext.Provider

/** Whether somebody whose face is shown is online. */
export function useIsOnline(id: string | undefined): boolean {
  const presence = use(PresenceContext)
  const watch = useCallback(
    (changed: () => void) => (presence && id ? presence.watch(id, changed) : () => undefined),
    [presence, id],
  )
  const isOnline = () => (presence && id ? presence.isOnline(id) : false)
  return useSyncExternalStore(watch, isOnline, isOnline)
}
