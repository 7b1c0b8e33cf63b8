import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Comment, Strand } from '../contract.ts'
import { comments } from './api.ts'

type Pages<Item> = InfiniteData<{ items: Item[]; next: string | null; total: number }, string | undefined>

const mapped = <Item>(known: Pages<Item>, change: (items: Item[]) => Item[]): Pages<Item> => ({
  ...known,
  pages: known.pages.map((page) => ({ ...page, items: change(page.items) })),
})

/** Puts a comment that was answered wherever it is shown. */
export function keepComment(cache: QueryClient, comment: Comment): void {
  const kept = (all: Comment[]) => all.map((one) => (one.id === comment.id ? comment : one))
  cache.setQueriesData<Pages<Strand>>(
    { queryKey: comments.conversation.key({ type: 'infinite' }) },
    (known) =>
      known &&
      mapped(known, (items) =>
        items.map((one) => ({ ...one, ...(one.id === comment.id ? comment : {}), latest: kept(one.latest) })),
      ),
  )
  cache.setQueriesData<Pages<Comment>>(
    { queryKey: comments.list.key({ type: 'infinite' }) },
    (known) => known && mapped(known, kept),
  )
}

/** Puts a new comment at the end of the conversation, or of the replies to its comment. The live line may have brought it before the answer came. */
export function keepNew(cache: QueryClient, threadId: string, made: Comment): void {
  const added = <Item extends Comment>(all: Item[], one: Item) =>
    all.some(({ id }) => id === made.id) ? all : [...all, one]
  cache.setQueriesData<Pages<Strand>>(
    { queryKey: comments.conversation.key({ type: 'infinite', input: { threadId } }) },
    (known) => {
      if (!known) return known
      if (made.commentId)
        return mapped(known, (items) =>
          items.map((one) =>
            one.id === made.commentId && !one.latest.some(({ id }) => id === made.id)
              ? { ...one, replies: one.replies + 1, latest: added(one.latest, made) }
              : one,
          ),
        )
      const [first, ...rest] = known.pages
      if (!first || first.items.some(({ id }) => id === made.id)) return known
      const items = [{ ...made, latest: [] }, ...first.items]
      return { ...known, pages: [{ ...first, items, total: first.total + 1 }, ...rest] }
    },
  )
}
