import { useEffect, useRef, type ReactNode } from 'react'

/** A slide-over looks for its first field when it opens; around what arrives later this gives that the focus. */
export function Arrived({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { activeElement } = document
    const elsewhere = activeElement?.matches('input, textarea, select') ?? false
    if (!elsewhere) place.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [])
  return <div ref={place}>{children}</div>
}
