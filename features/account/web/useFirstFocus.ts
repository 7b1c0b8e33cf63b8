import { useEffect, useRef } from 'react'

/** Puts the cursor into the first field of a page that is nothing but its form. */
export function useFirstFocus() {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  return field
}
