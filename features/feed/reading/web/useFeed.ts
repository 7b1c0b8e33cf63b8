import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { goOn, inOrder, waiting, type Kept } from './order.ts'
import { reading } from './api.ts'

const perPage = 15
/** Pixels from the top of the page within which somebody is not reading yet, so that what is new may simply appear. */
const atTop = 160

/** What of the feed is asked for. */
export interface Asked {
  group?: string
  kind?: 'posts' | 'tasks' | 'people'
  unread?: boolean
  favourites?: boolean
  toConfirm?: boolean
  person?: string
}

/** The feed of one group or of all, page by page. While somebody reads further down, what is new waits (`fresh`) until they ask for it. */
export function useFeed(asked: Asked) {
  const list = useInfiniteQuery(
    reading.items.infiniteOptions({
      input: (after: string | undefined) => ({ limit: perPage, ...asked, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  const items = (list.data?.pages ?? []).flatMap((page) => page.items)
  const [kept, setKept] = useState<Kept | null>(null)
  const now = list.isPending ? null : goOn(kept, items, window.scrollY < atTop)
  if (now !== kept) setKept(now)
  return {
    list,
    items: now ? inOrder(now, items) : [],
    fresh: now ? waiting(now, items) : 0,
    upTo: now?.top,
    showFresh() {
      setKept(goOn(null, items, true))
      window.scrollTo({ top: 0 })
    },
  }
}
