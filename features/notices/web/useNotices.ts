import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { notices } from './api.ts'

/** What the person is told, page by page; all of it, or what they have not read. */
export function useNotices({ perPage, unread = false }: { perPage: number; unread?: boolean }) {
  const list = useInfiniteQuery(
    notices.list.infiniteOptions({
      input: (after: string | undefined) => ({ limit: perPage, unread, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  return { list, items: (list.data?.pages ?? []).flatMap((page) => page.items) }
}

/** Marks notices as read: some, or all. */
export function useRead() {
  const cache = useQueryClient()
  return useMutation(
    notices.read.mutationOptions({ onSettled: () => cache.invalidateQueries({ queryKey: notices.key() }) }),
  )
}
