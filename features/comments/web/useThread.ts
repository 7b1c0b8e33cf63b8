import { useInfiniteQuery, useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { addressed, type Address } from '#features/groups/web/door.tsx'
import type { Comment } from '../contract.ts'
import { comments } from './api.ts'

type Page = { items: Comment[]; next: string | null }

const perPage = 20

/** What is said below a thing, the last first to come, in the order it was said; and how to add to it. */
export function useThread(threadId: string) {
  const cache = useQueryClient()
  const options = comments.list.infiniteOptions({
    input: (after: string | undefined) => ({ threadId, order: 'newest', limit: perPage, ...(after ? { after } : {}) }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const list = useInfiniteQuery(options)
  const { mutateAsync } = useMutation(
    comments.add.mutationOptions({
      onSuccess: (made) => {
        cache.setQueryData<InfiniteData<Page, string | undefined>>(
          options.queryKey,
          (known) => known && withNew(known, made),
        )
        void cache.invalidateQueries({ queryKey: options.queryKey })
      },
    }),
  )
  return {
    list,
    said: (list.data?.pages ?? []).flatMap((page) => page.items).toReversed(),
    add: (text: string, address: Address) => mutateAsync({ threadId, text, ...addressed(address) }),
  }
}

function withNew(known: InfiniteData<Page, string | undefined>, made: Comment): InfiniteData<Page, string | undefined> {
  const [first, ...rest] = known.pages
  // The news of it may have come over the live line before the answer did.
  if (!first || first.items.some((comment) => comment.id === made.id)) return known
  return { ...known, pages: [{ ...first, items: [made, ...first.items] }, ...rest] }
}
