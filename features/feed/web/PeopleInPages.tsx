import { UnstyledButton } from '@mantine/core'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../words.ts'
import classes from './PeopleInPages.module.css'

interface Listed {
  person: ShownPerson | null
  /** When they did it. */
  at?: Date | null
}

interface PeopleInPagesProps {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Listed[]; next: string | null }>>
  /** What is said where there is nobody. */
  nobody: string
}

/** People by name, page by page: who has confirmed, who comes. */
export function PeopleInPages({ list, nobody }: PeopleInPagesProps) {
  const words = useWords(feedWords)
  if (list.isPending) return <ListSkeleton rows={3} faces />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  const people = list.data.pages.flatMap((page) => page.items)
  if (people.length === 0) return <p className={classes.nobody}>{nobody}</p>
  return (
    <>
      <ul className={classes.people}>
        {people.map((one, at) => (
          <li key={one.person?.id ?? at} className={classes.person}>
            <PersonAvatar person={one.person} size={26} />
            <span className={classes.name}>
              <PersonName person={one.person} linked />
            </span>
            {one.at && (
              <span className={classes.beside}>
                <TimeAgo at={one.at} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <UnstyledButton className={classes.more} onClick={() => void list.fetchNextPage()}>
          {words.morePeople}
        </UnstyledButton>
      )}
    </>
  )
}
