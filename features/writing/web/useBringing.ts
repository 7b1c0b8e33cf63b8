import { useEffect, useRef } from 'react'
import type { Files } from '../attachments/web/useFiles.ts'
import type { useDraft, Whole } from './useDraft.ts'

/** Brings back the files of a draft, and keeps them in it as they come and go. */
export function useBringing({ begun, keep }: ReturnType<typeof useDraft>, files: Files, whole: Whole): void {
  const now = useRef({ bring: files.bring, whole })
  useEffect(() => {
    now.current = { bring: files.bring, whole }
  })
  useEffect(() => {
    if (begun) now.current.bring(begun.attachments)
  }, [begun])
  const ids = files.ids.join()
  const kept = useRef(ids)
  useEffect(() => {
    if (kept.current === ids) return
    kept.current = ids
    keep(now.current.whole)
  }, [ids, keep])
}
