import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { addressed, type Address } from '#features/groups/web/door.tsx'
import { comments } from './api.ts'
import { keepNew } from './keepComment.ts'

const perPage = 20

/** What belongs to a comment beside its words and for whom it is. */
export interface SaidAbout {
  /** The comment that it replies to. */
  commentId?: string
  quotedId?: string
  quote?: string
  /** Somebody is mentioned who will not read it, and the writer knows. */
  unread?: boolean
}

/** Says something below a thing. */
export type Say = (text: string, address: Address, about?: SaidAbout) => Promise<unknown>

/** What is said below a thing, the last first to come, in the order it was said; and how to add to it. */
export function useThread(threadId: string) {
  const cache = useQueryClient()
  const list = useInfiniteQuery(
    comments.conversation.infiniteOptions({
      input: (after: string | undefined) => ({ threadId, limit: perPage, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  const { mutateAsync } = useMutation(
    comments.add.mutationOptions({
      onSuccess: (made) => {
        keepNew(cache, threadId, made)
        void cache.invalidateQueries({ queryKey: comments.key() })
      },
    }),
  )
  const say: Say = (text, address, about) => mutateAsync({ threadId, text, ...addressed(address), ...about })
  return { list, strands: (list.data?.pages ?? []).flatMap((page) => page.items).toReversed(), say }
}
