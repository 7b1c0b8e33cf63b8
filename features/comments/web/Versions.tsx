import { useQuery } from '@tanstack/react-query'
import { Attachments } from '#features/writing/web/door.tsx'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment } from '../contract.ts'
import { commentsWords } from '../words.ts'
import { comments } from './api.ts'
import classes from './Comments.module.css'
import { WrittenText } from './WrittenText.tsx'

interface VersionsProps {
  comment: Comment
  opened: boolean
  close: () => void
}

/** What a comment said before it was edited, and says now; the last first. */
export function Versions({ comment, opened, close }: VersionsProps) {
  const words = useWords(commentsWords)
  const { data, error, refetch } = useQuery({
    ...comments.versions.queryOptions({ input: { id: comment.id } }),
    enabled: opened,
  })
  const earlier = data?.items.toReversed()
  return (
    <Dialog opened={opened} close={close} title={words.versions}>
      {error && !earlier && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !earlier && <ListSkeleton rows={2} />}
      {earlier && (
        <ol className={classes.list}>
          <li>
            <div className={classes.time}>{words.now}</div>
            <WrittenText text={comment.text} fold />
            <Attachments files={comment.attachments} />
          </li>
          {earlier.map(({ text, attachments, writtenAt }) => (
            <li key={writtenAt.toISOString()}>
              <div className={classes.time}>
                <TimeAgo at={writtenAt} />
              </div>
              <WrittenText text={text} fold />
              <Attachments files={attachments} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}
