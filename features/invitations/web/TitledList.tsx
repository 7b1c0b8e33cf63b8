import { Button } from '@mantine/core'
import { Children, type ReactNode } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import classes from './TitledList.module.css'

interface TitledListProps {
  title: string
  level?: 'h2' | 'h3'
  /** What came of the last act on one of them. */
  said: string
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
  /** The rows. */
  children: ReactNode
}

/** Rows under a heading, and what came of an act on one of them, which stands when the last row is gone too. */
export function TitledList({ title, level: Heading = 'h3', said, list, children }: TitledListProps) {
  const { pending } = useWords(invitationsWords)
  return (
    <div>
      <p className={said ? classes.said : undefined} role="status">
        {said}
      </p>
      {Children.count(children) > 0 && (
        <>
          <Heading className={classes.title}>{title}</Heading>
          <ul className={classes.list}>{children}</ul>
        </>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {pending.more}
        </Button>
      )}
    </div>
  )
}
