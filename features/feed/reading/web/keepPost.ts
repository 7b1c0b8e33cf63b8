import type { QueryClient } from '@tanstack/react-query'
import type { Post } from '../../contract.ts'
import type { FeedItem } from '../contract.ts'
import { reading } from './api.ts'
import type { Pages } from './pieces.ts'

/** Puts a post that was answered into every feed that shows it, where it stands. */
export function keepInFeed(cache: QueryClient, post: Post): void {
  cache.setQueriesData<Pages>({ queryKey: reading.items.key({ type: 'infinite' }) }, (known) => {
    if (!known) return known
    const withPost = (items: FeedItem[]) => items.map((item) => (item.post?.id === post.id ? { ...item, post } : item))
    return { ...known, pages: known.pages.map((page) => ({ ...page, items: withPost(page.items) })) }
  })
}
