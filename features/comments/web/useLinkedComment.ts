import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { comments } from './api.ts'

const inHash = () => /^#comment-([0-9a-f-]{36})$/.exec(window.location.hash)?.[1] ?? null

/** The comment that the address leads to, if it does, and the comment that it replies to. */
export function useLinkedComment(threadId: string): { id: string; topId: string } | null {
  const [id, setId] = useState(inHash)
  useEffect(() => {
    const look = () => setId(inHash())
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [threadId])
  const { data } = useQuery({
    ...comments.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== null,
    retry: false,
  })
  return id && data ? { id, topId: data.commentId ?? id } : null
}

/** The address of a comment, for whoever wants to lead others there. */
export const commentAddress = (tool: 'feed' | 'tasks', threadId: string, id: string): string =>
  `${window.location.origin}/${tool === 'feed' ? 'posts' : 'tasks'}/${threadId}#comment-${id}`
