import { UnstyledButton } from '@mantine/core'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import type { Readers } from '#ui/controls/audience.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment } from '../contract.ts'
import { commentsWords } from '../words.ts'
import { Composer } from './Composer.tsx'
import classes from './Comments.module.css'
import { useThread } from './useThread.ts'
import { WrittenText } from './WrittenText.tsx'

interface CommentsProps {
  /** The id of the post or task that they hang below. */
  threadId: string
  /** Who reads the thing, and so every comment below it; undefined while that is being asked. */
  readers: Readers | undefined
}

/** What is said below a thing, and a place to add to it. */
export function Comments({ threadId, readers }: CommentsProps) {
  const words = useWords(commentsWords)
  const { list, said, add } = useThread(threadId)
  return (
    <div role="group" className={classes.comments} aria-label={words.title}>
      {list.hasNextPage && (
        <UnstyledButton className={classes.earlier} onClick={() => void list.fetchNextPage()}>
          {words.earlier}
        </UnstyledButton>
      )}
      {list.isPending && <ListSkeleton rows={2} faces />}
      {list.isError && said.length === 0 && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {said.length > 0 && (
        <ol className={classes.list} aria-live="polite">
          {said.map((comment) => (
            <Said key={comment.id} comment={comment} />
          ))}
        </ol>
      )}
      {!(list.isError && said.length === 0) && <Composer label={words.write} readers={readers} send={add} />}
    </div>
  )
}

function Said({ comment: { author, text, createdAt } }: { comment: Comment }) {
  return (
    <li className={classes.said}>
      <PersonAvatar person={author} size={28} />
      <div className={classes.words}>
        <div className={classes.head}>
          <span className={classes.name}>
            <PersonName person={author} linked />
          </span>
          <span className={classes.time}>
            <TimeAgo at={createdAt} />
          </span>
        </div>
        <WrittenText text={text} fold />
      </div>
    </li>
  )
}
