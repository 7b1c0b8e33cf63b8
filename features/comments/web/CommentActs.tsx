import { UnstyledButton } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { IconArrowBackUp, IconQuote } from '@tabler/icons-react'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment } from '../contract.ts'
import { choiceOf } from '../reactions/web/reactionName.ts'
import { ReactionLine } from '../reactions/web/ReactionLine.tsx'
import { commentsWords } from '../words.ts'
import { comments } from './api.ts'
import { CommentMenu } from './CommentMenu.tsx'
import classes from './Comments.module.css'
import { keepComment } from './keepComment.ts'
import type { ThreadPlace } from './useThreadReaders.ts'

/** Words of a comment that go into a quote at most. */
const mostQuoted = 2_000

interface CommentActsProps {
  comment: Comment
  threadId: string
  place: ThreadPlace
  closed: boolean
  /** What is marked of its words. */
  selected: string
  answer: (quote?: string) => void
  edit: () => void
  removed: (id: string) => void
}

/** The quiet line below a comment: react, reply, what else one can do, and how others reacted. */
export function CommentActs({ comment, threadId, place, closed, selected, answer, edit, removed }: CommentActsProps) {
  const words = useWords(commentsWords)
  const cache = useQueryClient()
  const { id, apart, reactions } = comment
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
  const quote = () => answer((selected || comment.text).slice(0, mostQuoted).trim())
  const toWhom = apart?.lane ? words.replyTo({ name: apart.lane.name }) : words.replyToTeam
  return (
    <ReactionLine
      given={reactions}
      send={(mark, on) => (on ? give : take)({ id, ...choiceOf(mark) })}
      useWho={useWho}
      voice={place.voice}
      closed={closed}
      quiet
    >
      {!closed && (
        <UnstyledButton className={classes.act} onClick={() => answer()}>
          <IconArrowBackUp size={15} aria-hidden />
          {apart ? toWhom : words.reply}
        </UnstyledButton>
      )}
      {!closed && selected && (
        <UnstyledButton className={classes.act} onPointerDown={(event) => event.preventDefault()} onClick={quote}>
          <IconQuote size={15} aria-hidden />
          {words.quote}
        </UnstyledButton>
      )}
      <CommentMenu
        comment={comment}
        threadId={threadId}
        tool={place.groupId === null ? 'tasks' : place.tool}
        closed={closed}
        quote={quote}
        edit={edit}
        removed={removed}
      />
    </ReactionLine>
  )
}
