import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { choiceOf } from '../reactions/web/reactionName.ts'
import { ReactionLine } from '../reactions/web/ReactionLine.tsx'
import type { Comment } from '../contract.ts'
import { comments } from './api.ts'
import { keepComment } from './keepComment.ts'

interface CommentActsProps {
  comment: Comment
  voice: boolean
  /** Where nothing is written any more. */
  closed: boolean
  children?: ReactNode
}

/** The quiet line below a comment: react, what else one can do, and how others reacted. */
export function CommentActs({ comment: { id, reactions }, voice, closed, children }: CommentActsProps) {
  const cache = useQueryClient()
  const keep = { onSuccess: (answer: Comment) => keepComment(cache, answer) }
  const { mutateAsync: give } = useMutation(comments.react.mutationOptions(keep))
  const { mutateAsync: take } = useMutation(comments.takeReaction.mutationOptions(keep))
  const useWho = () =>
    useInfiniteQuery(
      comments.reactions.infiniteOptions({
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
      voice={voice}
      closed={closed}
      quiet
    >
      {children}
    </ReactionLine>
  )
}
