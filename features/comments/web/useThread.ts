import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { addressed, type Address } from '#features/groups/web/door.tsx'
import { comments } from './api.ts'
import { keepNew } from './keepComment.ts'

/** So many of the last come at once; of a long conversation the first stand before them, and what is between comes in larger pages. */
const perPage = { last: 20, between: 40, first: 2 }

/** What belongs to a comment beside its words and for whom it is. */
export interface SaidAbout {
  /** The comment that it replies to. */
  commentId?: string
  quotedId?: string
  quote?: string
  /** Uploads, in their order. */
  attachmentIds?: string[]
  /** Somebody is mentioned who will not read it, and the writer knows. */
  unread?: boolean
  /** What it was until it is sent. */
  draft?: { id: string }
}

/** Says something below a thing. */
export type Say = (text: string, address: Address, about?: SaidAbout) => Promise<unknown>

/** What is said below a thing: the first and the last of it, how many more come next between them, and how to add to it. */
export function useThread(threadId: string) {
  const cache = useQueryClient()
  const list = useInfiniteQuery(
    comments.conversation.infiniteOptions({
      input: (after: string | undefined) => ({
        threadId,
        limit: after ? perPage.between : perPage.last,
        ...(after ? { after } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  const last = (list.data?.pages ?? []).flatMap((page) => page.items).toReversed()
  const opening = useQuery({
    ...comments.conversation.queryOptions({ input: { threadId, limit: perPage.first, order: 'oldest' } }),
    enabled: list.hasNextPage,
  })
  const first = list.hasNextPage
    ? (opening.data?.items ?? []).filter(({ id }) => !last.some((strand) => strand.id === id))
    : []
  const between = (list.data?.pages[0]?.total ?? 0) - first.length - last.length
  const { mutateAsync } = useMutation(
    comments.add.mutationOptions({
      onSuccess: (made) => {
        keepNew(cache, threadId, made)
        void cache.invalidateQueries({ queryKey: comments.key() })
      },
    }),
  )
  const say: Say = (text, address, about) => mutateAsync({ threadId, text, ...addressed(address), ...about })
  return { list, first, last, more: list.hasNextPage ? Math.min(between, perPage.between) : 0, say }
}
