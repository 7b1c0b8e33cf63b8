import { useEffect, useEffectEvent, useRef, useState } from 'react'

/**
 * Lets a file be dropped onto an element. For the mouse only: what is dropped can also be chosen with a button, so the element
 * itself stays quiet for keyboards and screen readers. `over` is true while a file hangs above it.
 */
export function useFileDrop(onFile: (file: File) => void) {
  const ref = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const take = useEffectEvent(onFile)
  useEffect(() => {
    const place = ref.current
    if (!place) return
    const listening = new AbortController()
    const on = (name: 'dragover' | 'dragleave' | 'drop', hear: (event: DragEvent) => void) =>
      place.addEventListener(name, hear, listening)
    on('dragover', (event) => {
      event.preventDefault()
      setOver(true)
    })
    on('dragleave', () => setOver(false))
    on('drop', (event) => {
      event.preventDefault()
      setOver(false)
      const [file] = event.dataTransfer?.files ?? []
      if (file) take(file)
    })
    return () => listening.abort()
  }, [])
  return { ref, over }
}
