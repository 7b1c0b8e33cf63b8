import { useSyncExternalStore } from 'react'

const state: { postId: string | null } = { postId: null }
const listeners = new Set<() => void>()
const change = (postId: string | null): void => {
  state.postId = postId
  for (const listener of listeners) listener()
}

/** Offers to take back that a post was deleted; the list it stood in has forgotten it by then. */
export const offerUndo = (postId: string): void => change(postId)

/** Offers nothing any more. */
export const withdrawUndo = (): void => change(null)

/** The post that was deleted last, while that can be taken back. */
export const useUndo = (): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state.postId,
  )
