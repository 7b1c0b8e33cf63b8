import { useCallback, useEffect, useRef } from 'react'

const elsewhere = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]'

/**
 * j and k go through the pieces of a feed from anywhere on the page, u to the next unread one, / to the search field, Enter opens, ? is answered by `help`. A piece is an element
 * with `data-piece` that can have the focus.
 */
export function useFeedKeys(help: () => void) {
  const list = useRef<HTMLElement | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const latest = useRef(help)
  useEffect(() => {
    latest.current = help
  })
  const pieces = useCallback(() => [...(list.current?.querySelectorAll<HTMLElement>('[data-piece]') ?? [])], [])
  const go = useCallback((piece: HTMLElement | undefined) => {
    piece?.focus({ preventScroll: true })
    piece?.scrollIntoView({ block: 'center' })
  }, [])
  const goToUnread = useCallback(() => {
    const all = pieces()
    const present = all.findIndex((piece) => piece.contains(document.activeElement))
    const unread = all.filter((piece) => piece.dataset.unread)
    go(unread.find((piece) => all.indexOf(piece) > present) ?? unread[0])
  }, [go, pieces])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null
      if (event.ctrlKey || event.metaKey || event.altKey || at?.closest(elsewhere)) return
      if (document.querySelector('[role="dialog"]')) return
      if (event.key === '/') {
        search.current?.focus()
        search.current?.select()
        event.preventDefault()
      }
      if (!list.current) return
      const all = pieces()
      const present = all.findIndex((piece) => piece.contains(at))
      const step = { j: 1, k: -1 }[event.key]
      if (step) go(all[Math.min(all.length - 1, Math.max(0, present + step))])
      else if (event.key === 'u') goToUnread()
      else if (event.key === '?') latest.current()
      else if (event.key === 'Enter' && at?.matches('[data-piece]'))
        at.querySelector<HTMLElement>('a[href^="/posts/"], a[href^="/tasks/"], a[href^="/people/"]')?.click()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [go, goToUnread, pieces])
  const setList = useCallback((element: HTMLElement | null) => {
    list.current = element
  }, [])
  return { setList, goToUnread, search }
}
