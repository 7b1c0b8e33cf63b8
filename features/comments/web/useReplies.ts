import { useInfiniteQuery } from '@tanstack/react-query'
import { comments } from './api.ts'

const perPage = 40

/** All replies to a comment, page by page, the last first to come, in the order they were said; asked for only when somebody wants more than the last. */
export function useReplies(threadId: string, commentId: string, wanted: boolean) {
  const list = useInfiniteQuery({
    ...comments.list.infiniteOptions({
      input: (after: string | undefined) => ({
        threadId,
        commentId,
        order: 'newest',
        limit: perPage,
        ...(after ? { after } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    enabled: wanted,
  })
  return { list, replies: list.data?.pages.flatMap((page) => page.items).toReversed() }
}
