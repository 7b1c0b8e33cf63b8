import { useDocumentVisibility } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { notices } from './api.ts'
import { useRead } from './useNotices.ts'

/** Draws nothing. What somebody was told of a post or a task is read while that stands open before them. */
export function ReadAbout({ id }: { id: string }) {
  const { data } = useQuery(notices.thread.queryOptions({ input: { id } }))
  const { mutate } = useRead()
  const visible = useDocumentVisibility() === 'visible'
  const marked = useRef(new Set<string>())
  const unread = data?.unread
  useEffect(() => {
    const ids = visible ? (unread ?? []).filter((one) => !marked.current.has(one)) : []
    if (ids.length === 0) return
    for (const one of ids) marked.current.add(one)
    mutate({ ids })
  }, [unread, visible, mutate])
  return null
}
