import type { QueryClient } from '@tanstack/react-query'
import type { Post } from '../contract.ts'
import { keepInFeed } from '../reading/web/keepPost.ts'
import { feed } from './api.ts'

/** Puts a post that was answered wherever it is shown. */
export function keepPost(cache: QueryClient, post: Post): void {
  cache.setQueryData(feed.get.queryKey({ input: { id: post.id } }), post)
  keepInFeed(cache, post)
}
