import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '#ui/me.ts'
import type { Post } from '../contract.ts'
import { feed } from './api.ts'

const perPage = 15
/** Pixels from the top of the page within which somebody is not reading yet, so that new posts may simply appear. */
const atTop = 160

/**
 * Posts newest first, of one group or of all. While somebody reads further down, posts of others that come in wait (`fresh`)
 * until they are asked for, so that nothing moves under their eyes.
 */
export function usePosts(groupId: string | undefined) {
  const me = useMe()
  const list = useInfiniteQuery(
    feed.list.infiniteOptions({
      input: (after: string | undefined) => ({
        limit: perPage,
        ...(groupId ? { group: groupId } : {}),
        ...(after ? { after } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  const posts = (list.data?.pages ?? []).flatMap((page) => page.items)
  const newest = posts[0]?.id
  const [{ top, seen }, setSeen] = useState<{ top?: string; seen?: string }>({})
  if (newest && newest !== top)
    setSeen({ top: newest, seen: seen === undefined || window.scrollY < atTop ? newest : seen })
  // Ids grow with time.
  const waits = (post: Post) => seen !== undefined && post.id > seen && post.author?.id !== me.id
  return {
    list,
    posts: posts.filter((post) => !waits(post)),
    fresh: posts.filter(waits).length,
    showFresh() {
      if (newest) setSeen({ top: newest, seen: newest })
      window.scrollTo({ top: 0 })
    },
  }
}
