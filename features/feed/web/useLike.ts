import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { Post } from '../contract.ts'
import { keepInFeed } from '../reading/web/keepPost.ts'
import { feed } from './api.ts'

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

/** Puts a post that was answered wherever it is shown. */
function keepPost(cache: QueryClient, post: Post): void {
  cache.setQueryData(feed.get.queryKey({ input: { id: post.id } }), post)
  keepInFeed(cache, post)
}
