import { useEffect, useRef, type RefObject } from 'react'

const elsewhere = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]'

interface ListKeys {
  /** Called with the id of the row that has the focus, for the key x. */
  act: (id: string) => void
}

/**
 * j and k go through the rows of a list from anywhere on the page, the arrows from within it; x acts on the row. A row is what
 * carries `data-row` with its id and holds a link. Enter needs nothing: it opens the link.
 */
export function useListKeys({ act }: ListKeys): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null
      if (!list.current || event.ctrlKey || event.metaKey || event.altKey || at?.closest(elsewhere)) return
      const rows = [...list.current.querySelectorAll<HTMLElement>('[data-row]')]
      const present = rows.findIndex((row) => row.contains(at))
      const step = stepOf(event.key, present >= 0)
      if (step !== 0) {
        rows[Math.min(rows.length - 1, Math.max(0, present + step))]?.querySelector('a')?.focus()
        event.preventDefault()
      } else if (event.key === 'x' && present >= 0) {
        latest.current(rows[present]?.dataset.row ?? '')
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return list
}

function stepOf(key: string, inside: boolean): number {
  if (key === 'j' || (inside && key === 'ArrowDown')) return 1
  return key === 'k' || (inside && key === 'ArrowUp') ? -1 : 0
}
