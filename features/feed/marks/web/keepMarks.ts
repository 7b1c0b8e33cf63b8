import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { FeedItem } from '../../reading/contract.ts'
import { reading } from '../../reading/web/api.ts'
import type { Marks } from '../contract.ts'
import { keeping } from './api.ts'

type Pages = InfiniteData<{ items: FeedItem[]; next: string | null }>

/** Puts what a post is to the person wherever it is shown. */
export function keepMarks(cache: QueryClient, id: string, marks: Marks): Promise<void> {
  cache.setQueryData(keeping.marks.queryKey({ input: { id } }), marks)
  cache.setQueriesData<Pages>({ queryKey: reading.items.key({ type: 'infinite' }) }, (known) => {
    if (!known) return known
    const marked = (items: FeedItem[]) => items.map((item) => (item.post?.id === id ? { ...item, marks } : item))
    return { ...known, pages: known.pages.map((page) => ({ ...page, items: marked(page.items) })) }
  })
  return cache.invalidateQueries({ queryKey: keeping.pins.key() })
}
