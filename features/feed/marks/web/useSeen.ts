import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { momentOf } from '../../reading/web/order.ts'
import { keeping } from './api.ts'

/** So long, in milliseconds, a post stands before somebody's eyes until they have read it. */
const longEnough = 1_200

/** Gives a ref for the list: posts in it that carry `data-unread` (their id) and `data-place` are read once their end was seen for a moment. */
export function useSeen() {
  const cache = useQueryClient()
  const { mutate } = useMutation(
    keeping.readPost.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: keeping.unread.key() }),
    }),
  )
  const told = useRef(new Set<string>())
  const latest = useRef(mutate)
  useEffect(() => {
    latest.current = mutate
  })
  return useCallback((list: HTMLElement | null) => {
    if (!list) return undefined
    const waiting = new Map<Element, ReturnType<typeof setTimeout>>()
    const seen = (post: HTMLElement) => {
      const { unread: id, place } = post.dataset
      if (!id || !place || told.current.has(place)) return
      told.current.add(place)
      latest.current({ id, upTo: momentOf(place) })
    }
    const watcher = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) {
        clearTimeout(waiting.get(target))
        waiting.delete(target)
        const post = target.parentElement
        if (isIntersecting && post && document.visibilityState === 'visible')
          waiting.set(
            target,
            setTimeout(() => seen(post), longEnough),
          )
      }
    })
    const watch = () => list.querySelectorAll('[data-unread] > [data-end]').forEach((end) => watcher.observe(end))
    const growing = new MutationObserver(watch)
    growing.observe(list, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-unread'] })
    watch()
    return () => {
      growing.disconnect()
      watcher.disconnect()
      waiting.forEach((timer) => clearTimeout(timer))
    }
  }, [])
}
