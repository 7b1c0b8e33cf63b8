import { useEffect, useRef, useState } from 'react'
import { Attachments } from '#features/writing/web/door.tsx'
import { LaneMark } from '#ui/controls/LaneMark.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment } from '../contract.ts'
import { commentsWords } from '../words.ts'
import { CommentActs } from './CommentActs.tsx'
import { CommentLetters } from './CommentLetters.tsx'
import classes from './Comments.module.css'
import { EditForm } from './EditForm.tsx'
import { Quote } from './Quote.tsx'
import { useSelectedIn } from './useSelectedIn.ts'
import type { ThreadPlace } from './useThreadReaders.ts'
import { WrittenText } from './WrittenText.tsx'

interface SaidProps {
  comment: Comment
  threadId: string
  place: ThreadPlace
  /** Where nothing is written any more. */
  closed: boolean
  /** The address leads here. */
  marked: boolean
  /** Answers it, with some of its words. */
  answer: (quote?: string) => void
  removed: (id: string) => void
}

/** One comment. */
export function Said({ comment, marked, ...about }: SaidProps) {
  const words = useWords(commentsWords)
  const [editing, setEditing] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const selected = useSelectedIn(text)
  useEffect(() => {
    if (marked) body.current?.scrollIntoView({ block: 'center' })
  }, [marked])
  const { author, createdAt, editedAt, deletedAt, apart, quote } = comment
  const { voice } = about.place
  if (deletedAt) return <p className={classes.gone}>{words.gone}</p>
  return (
    <div
      ref={body}
      id={`comment-${comment.id}`}
      className={marked ? `${classes.said} ${classes.marked}` : classes.said}
    >
      <PersonAvatar person={author} size={28} />
      <div className={classes.words}>
        <div className={classes.head}>
          <span className={classes.name}>
            <PersonName person={author} voice={voice} linked />
          </span>
          <span className={classes.time}>
            <TimeAgo at={createdAt} />
            {editedAt && ` · ${words.edited}`}
          </span>
          {apart?.audience === 'team' && <TeamOnly />}
          {apart?.lane && <LaneMark name={apart.lane.name} />}
        </div>
        {quote?.text && <Quote author={quote.author} text={quote.text} voice={voice} />}
        {quote?.text === '' && <p className={classes.gone}>{words.quoteGone}</p>}
        {editing ? (
          <EditForm comment={comment} threadId={about.threadId} place={about.place} close={() => setEditing(false)} />
        ) : (
          <>
            <div ref={text}>{comment.text && <WrittenText text={comment.text} mentions={comment.mentions} fold />}</div>
            <Attachments files={comment.attachments} />
            <CommentActs comment={comment} selected={selected} edit={() => setEditing(true)} {...about} />
            <CommentLetters comment={comment} threadId={about.threadId} removed={about.removed} />
          </>
        )}
      </div>
    </div>
  )
}
