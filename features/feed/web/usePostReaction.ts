import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { Post } from '../contract.ts'
import { keepInFeed } from '../reading/web/keepPost.ts'
import { feed } from './api.ts'

/** What reacts to a post and takes that back; every list that shows the post knows of it before they resolve. */
export function usePostReaction() {
  const cache = useQueryClient()
  const keep = { onSuccess: (answer: Post) => keepPost(cache, answer) }
  const { mutateAsync: give } = useMutation(feed.react.mutationOptions(keep))
  const { mutateAsync: take } = useMutation(feed.takeReaction.mutationOptions(keep))
  return { give, take }
}

/** Puts a post that was answered wherever it is shown. */
function keepPost(cache: QueryClient, post: Post): void {
  cache.setQueryData(feed.get.queryKey({ input: { id: post.id } }), post)
  keepInFeed(cache, post)
}
