import { Button, Text, Title } from '@mantine/core'
import { IconMailCheck, IconMailOff } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { repliesWords } from '../words.ts'
import { replies } from './api.ts'
import classes from './LettersInPage.module.css'

/** Answers by letter that became no comment: when, from whom, why. */
export function LettersInPage() {
  const words = useWords(repliesWords)
  return (
    <div className={classes.page}>
      <Title order={2}>{words.title}</Title>
      <Letters />
    </div>
  )
}

function Letters() {
  const words = useWords(repliesWords)
  const refused = useInfiniteQuery(
    replies.refused.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 25, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  if (refused.isError) return <ErrorState error={refused.error} retry={() => void refused.refetch()} />
  const [first] = refused.data?.pages ?? []
  if (!first || !refused.data) return <ListSkeleton />
  const letters = refused.data.pages.flatMap((page) => page.items)
  const { comesTo } = first
  if (comesTo === null && letters.length === 0)
    return <EmptyState icon={IconMailOff} title={words.offTitle} text={words.off} />
  return (
    <>
      <Text c="dimmed" size="sm" className={classes.how}>
        {comesTo === null ? words.off : words.how({ address: comesTo })}
      </Text>
      {letters.length === 0 && <EmptyState icon={IconMailCheck} title={words.emptyTitle} text={words.empty} />}
      <ul className={classes.list}>
        {letters.map(({ id, at, from, why }) => (
          <li key={id} className={classes.row}>
            <span className={classes.from}>{from || words.nobody}</span>
            <span className={classes.at}>
              <TimeAgo at={at} />
            </span>
            <span className={classes.why}>{words.reasons[why]}</span>
          </li>
        ))}
      </ul>
      {refused.hasNextPage && (
        <Button variant="default" loading={refused.isFetchingNextPage} onClick={() => void refused.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
}
