import { useEffect, useState, type RefObject } from 'react'

/** What is marked inside an element, by pointer, finger or keyboard, as one would copy it. */
export function useSelectedIn(element: RefObject<HTMLElement | null>): string {
  const [selected, setSelected] = useState('')
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection()
      const inside = [selection?.anchorNode, selection?.focusNode].every(
        (node) => node !== null && node !== undefined && element.current?.contains(node),
      )
      setSelected(inside ? (selection?.toString().trim() ?? '') : '')
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [element])
  return selected
}
