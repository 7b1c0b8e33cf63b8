import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { choiceOf, ReactionLine } from '#features/comments/web/door.tsx'
import type { Post } from '../contract.ts'
import { feed } from './api.ts'
import { usePostReaction } from './usePostReaction.ts'

/** The line of acts below a post, with the reactions to it. */
export function PostReactions({ post, children }: { post: Post; children?: ReactNode }) {
  const { id, group, reactions } = post
  const { give, take } = usePostReaction()
  const useWho = () =>
    useInfiniteQuery(
      feed.reactions.infiniteOptions({
        input: (after: string | undefined) => ({ id, ...(after ? { after } : {}) }),
        initialPageParam: undefined,
        getNextPageParam: (last) => last.next ?? undefined,
      }),
    )
  return (
    <ReactionLine
      given={reactions}
      send={(mark, on) => (on ? give : take)({ id, ...choiceOf(mark) })}
      useWho={useWho}
      voice={group?.voice ?? false}
      closed={group?.archived ?? false}
    >
      {children}
    </ReactionLine>
  )
}
