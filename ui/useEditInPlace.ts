import { useEffect, useRef, useState } from 'react'

/**
 * Something that is written over where it stands: whether that is going on, and the button that begins it. Afterwards the
 * button has the focus again, unless the person has gone elsewhere meanwhile.
 */
export function useEditInPlace() {
  const [editing, setEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !editing && document.activeElement === document.body) opener.current?.focus()
    wasEditing.current = editing
  }, [editing])
  return { editing, opener, edit: () => setEditing(true), close: () => setEditing(false) }
}
