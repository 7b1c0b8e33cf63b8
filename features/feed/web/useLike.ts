import { useMutation, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import type { Post } from '../contract.ts'
import { feed } from './api.ts'

type Pages = InfiniteData<{ items: Post[]; next: string | null }>

/** The likes of a post as they will be, and what likes it or takes that back. What is certain is shown before the answer. */
export function useLike(post: Post) {
  const cache = useQueryClient()
  const keep = { onSuccess: (answer: Post) => keepPost(cache, answer) }
  const giving = useMutation(feed.like.mutationOptions(keep))
  const taking = useMutation(feed.unlike.mutationOptions(keep))
  const pending = giving.isPending || taking.isPending
  const mine = giving.isPending || (post.likes.mine && !taking.isPending)
  const count = post.likes.count + Number(mine) - Number(post.likes.mine)
  return {
    likes: { ...post.likes, mine, count },
    toggle() {
      if (!pending) (post.likes.mine ? taking : giving).mutate({ id: post.id })
    },
  }
}

/** Puts a post that was answered into every list that shows it. */
function keepPost(cache: QueryClient, post: Post): void {
  cache.setQueryData(feed.get.queryKey({ input: { id: post.id } }), post)
  cache.setQueriesData<Pages>({ queryKey: feed.list.key({ type: 'infinite' }) }, (known) => {
    if (!known) return known
    const withPost = (items: Post[]) => items.map((one) => (one.id === post.id ? post : one))
    return { ...known, pages: known.pages.map((page) => ({ ...page, items: withPost(page.items) })) }
  })
}
