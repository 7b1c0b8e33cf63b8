import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment, Strand } from '../contract.ts'
import { commentsWords } from '../words.ts'
import type { Answering } from './answering.ts'
import classes from './Comments.module.css'
import { ReplyForm } from './ReplyForm.tsx'
import { Said } from './Said.tsx'
import { useReplies } from './useReplies.ts'
import type { Say } from './useThread.ts'
import type { ThreadPlace } from './useThreadReaders.ts'

interface StrandOfTalkProps {
  strand: Strand
  threadId: string
  place: ThreadPlace
  closed: boolean
  /** The comment here that the address leads to. */
  linked: string | null
  answering: Answering | null
  answer: (answering: Answering | null) => void
  say: Say
  /** A comment here was deleted. */
  removed: (id: string) => void
}

/** A comment with the replies to it: the last of them, all, or none where somebody folded them. */
export function StrandOfTalk(props: StrandOfTalkProps) {
  const { strand, threadId, place, closed, linked, answering, answer, say, removed } = props
  const words = useWords(commentsWords)
  const [shown, setShown] = useState<'latest' | 'all' | 'none'>('latest')
  const { list, replies } = useReplies(threadId, strand.id, shown === 'all')
  const listed = shown === 'none' ? [] : ((shown === 'all' ? replies : null) ?? strand.latest)
  const missing = linked !== null && linked !== strand.id && !listed.some(({ id }) => id === linked)
  if (missing && shown !== 'all') setShown('all')
  const { hasNextPage, isFetching, fetchNextPage } = list
  useEffect(() => {
    if (missing && hasNextPage && !isFetching) void fetchNextPage()
  }, [missing, hasNextPage, isFetching, fetchNextPage])
  const here = answering && (answering.comment.commentId ?? answering.comment.id) === strand.id ? answering : null
  const one = (comment: Comment) => (
    <Said
      key={comment.id}
      comment={comment}
      threadId={threadId}
      place={place}
      closed={closed}
      marked={linked === comment.id}
      answer={(quote) => answer({ comment, quote })}
      removed={removed}
    />
  )
  const more = shown === 'all' ? hasNextPage : strand.replies > listed.length
  return (
    <li className={classes.strand}>
      {one(strand)}
      {(strand.replies > 0 || here) && (
        <div className={classes.replies}>
          {strand.replies > 0 && (
            <UnstyledButton
              className={classes.fold}
              aria-expanded={shown !== 'none'}
              onClick={() => setShown(shown === 'none' ? 'latest' : 'none')}
            >
              {shown === 'none' ? (
                <IconChevronRight size={14} aria-hidden />
              ) : (
                <IconChevronDown size={14} aria-hidden />
              )}
              {words.replies(strand.replies)}
            </UnstyledButton>
          )}
          {more && shown !== 'none' && (
            <UnstyledButton
              className={classes.earlier}
              onClick={() => (shown === 'all' ? void fetchNextPage() : setShown('all'))}
            >
              {words.earlierReplies}
            </UnstyledButton>
          )}
          {listed.map(one)}
          {here && (
            <ReplyForm
              below={{ threadId, commentId: strand.id }}
              answering={here}
              place={place}
              say={say}
              close={() => answer(null)}
            />
          )}
        </div>
      )}
    </li>
  )
}
