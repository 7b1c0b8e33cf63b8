import type { InfiniteData } from '@tanstack/react-query'
import type { FeedItem } from '../contract.ts'

/** A feed as far as it was read. */
export type Pages = InfiniteData<{ items: FeedItem[]; next: string | null }>

/** The feed with one post as it is now, or without it where it stands there no more; below what was read so far it is left for its page. */
export function withPiece({ pages, pageParams }: Pages, postId: string, piece: FeedItem | null): Pages {
  const others = pages.map((page) => ({ ...page, items: page.items.filter(({ post }) => post?.id !== postId) }))
  const at = piece ? others.findIndex(({ next }) => next === null || piece.id >= next) : -1
  return {
    pageParams,
    pages: others.map((page, index) =>
      piece && index === at
        ? { ...page, items: [...page.items, piece].toSorted((one, other) => (one.id < other.id ? 1 : -1)) }
        : page,
    ),
  }
}
