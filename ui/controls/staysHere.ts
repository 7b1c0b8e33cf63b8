import type { KeyboardEvent } from 'react'

/** Keeps a mere Enter in a field from sending the form around it; true if it was one. */
export function staysHere(event: KeyboardEvent): boolean {
  const mere = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
  if (mere) event.preventDefault()
  return mere
}
