import { useEffect, useRef } from 'react'

/** Gives a ref for what stands at the end of a list; when it comes near the screen, `reach` is called. */
export function useNearEnd(reach: () => void) {
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(reach)
  useEffect(() => {
    latest.current = reach
  })
  useEffect(() => {
    const watched = end.current
    if (!watched) return undefined
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    })
    watcher.observe(watched)
    return () => watcher.disconnect()
  })
  return end
}
