import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { appreciationsWords } from '../words.ts'
import classes from './Appreciation.module.css'
import { appreciations } from './api.ts'
import { BadgeMark } from './BadgeMark.tsx'

/** On the profile of a colleague: how they were appreciated, in posts that the reader reads. */
export function PersonAppreciations({ personId }: { personId: string }) {
  const words = useWords(appreciationsWords)
  const list = useInfiniteQuery(
    appreciations.appreciations.infiniteOptions({
      input: (after: string | undefined) => ({ id: personId, limit: 5, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  if (list.isPending) return <ListSkeleton rows={2} />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  const received = list.data.pages.flatMap((page) => page.items)
  if (received.length === 0) return <p className={classes.none}>{words.none}</p>
  return (
    <>
      <ul className={classes.list}>
        {received.map(({ postId, badge, author, text, at }) => (
          <li key={postId} className={classes.received}>
            <BadgeMark badge={badge} size={38} />
            <div className={classes.words}>
              <div className={classes.line}>
                <span className={classes.called}>{words.badge[badge]}</span>
                <PersonName person={author} linked />
                <span className={classes.when}>
                  <TimeAgo at={at} />
                </span>
              </div>
              <RecordLink to={`/posts/${postId}`} className={classes.text}>
                {text}
              </RecordLink>
            </div>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          mt="sm"
          size="compact-sm"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.older}
        </Button>
      )}
    </>
  )
}
