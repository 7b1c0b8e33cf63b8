import { useEffect, useSyncExternalStore } from 'react'

/** What waits until the person has shown that it is them; `settle` says whether they did. */
interface Asking {
  answer: Promise<boolean>
  settle: (proved: boolean) => void
}

const state: { asking: Asking | null; dialogs: number } = { asking: null, dialogs: 0 }
const listeners = new Set<() => void>()
const change = (asking: Asking | null): void => {
  state.asking = asking
  for (const listener of listeners) listener()
}

/** Asks the person to show that it is them; false when they would not. Several calls that need it at once ask once. */
export function proveItIsMe(): Promise<boolean> {
  if (state.asking) return state.asking.answer
  if (state.dialogs === 0) return Promise.resolve(false)
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const settle = (proved: boolean): void => {
    change(null)
    resolve(proved)
  }
  change({ answer: promise, settle })
  return promise
}

/** For the one dialog that asks: what waits for it, or null. */
export function useProofAsked(): ((proved: boolean) => void) | null {
  useEffect(() => {
    state.dialogs += 1
    return () => {
      state.dialogs -= 1
    }
  }, [])
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state.asking?.settle ?? null,
  )
}
