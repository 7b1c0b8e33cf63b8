import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Comment } from '../contract.ts'
import { comments } from './api.ts'

export type Pages = InfiniteData<{ items: Comment[]; next: string | null }, string | undefined>

/** Puts a comment that was answered into every list that shows it. */
export function keepComment(cache: QueryClient, comment: Comment): void {
  cache.setQueriesData<Pages>({ queryKey: comments.list.key({ type: 'infinite' }) }, (known) => {
    if (!known) return known
    const withIt = (items: Comment[]) => items.map((one) => (one.id === comment.id ? comment : one))
    return { ...known, pages: known.pages.map((page) => ({ ...page, items: withIt(page.items) })) }
  })
}
