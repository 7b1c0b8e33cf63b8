import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import type { Files } from './useFiles.ts'

const brings = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')

/** Files that are dragged onto a composer or pasted into it are attached, unless the field took them itself: as pictures in the text. */
export function useDropped(files: Files | undefined) {
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const left = () => {
    depth.current = 0
    setOver(false)
  }
  if (!files) return { over: false, handlers: {} }
  return {
    /** Something that can be dropped is held above it. */
    over,
    handlers: {
      onDragEnter(event: DragEvent) {
        if (!brings(event)) return
        depth.current += 1
        setOver(true)
      },
      onDragLeave(event: DragEvent) {
        if (!brings(event)) return
        depth.current -= 1
        if (depth.current <= 0) left()
      },
      onDragOver(event: DragEvent) {
        if (brings(event)) event.preventDefault()
      },
      onDrop(event: DragEvent) {
        if (!brings(event)) return
        left()
        if (event.defaultPrevented) return
        event.preventDefault()
        void files.add(withoutFolders(event.dataTransfer))
      },
      onPaste(event: ClipboardEvent) {
        const { files: pasted, types } = event.clipboardData
        // Word and Google put a picture of the words beside them.
        if (event.defaultPrevented || pasted.length === 0 || types.includes('text/html')) return
        event.preventDefault()
        void files.add([...pasted])
      },
    },
  }
}

/** A folder looks like a file without anything in it. */
function withoutFolders({ items, files }: DataTransfer): File[] {
  const folders = new Set(
    [...items].flatMap((item) => {
      const file = item.webkitGetAsEntry()
      return file?.isDirectory ? [file.name] : []
    }),
  )
  return [...files].filter((file) => !folders.has(file.name))
}
