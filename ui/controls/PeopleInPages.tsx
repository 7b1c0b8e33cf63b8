import { UnstyledButton } from '@mantine/core'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import { ErrorState } from './ErrorState.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import type { ShownPerson } from './person.ts'
import { PersonAvatar } from './PersonAvatar.tsx'
import { PersonName } from './PersonName.tsx'
import classes from './PeopleInPages.module.css'

interface Listed {
  id?: string
  person: ShownPerson | null
}

interface PeopleInPagesProps<One extends Listed> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: One[]; next: string | null }>>
  /** What is said where there is nobody. */
  nobody?: string
  /** What stands behind a name: when they did it, what they chose. */
  Beside?: ComponentType<One>
  /** In a small list that opens over the page, where names lead nowhere. */
  small?: boolean
  /** Those who work here have one voice towards the reader. */
  voice?: boolean
}

/** People by name, page by page: who reacted, voted, confirmed, comes. */
export function PeopleInPages<One extends Listed>(props: PeopleInPagesProps<One>) {
  const { list, nobody, Beside, small = false, voice = false } = props
  const words = useWords(uiWords)
  if (list.isPending) return <ListSkeleton rows={small ? 2 : 3} faces />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  const people = list.data.pages.flatMap((page) => page.items)
  if (people.length === 0) return <p className={classes.nobody}>{nobody}</p>
  return (
    <>
      <ul className={`${classes.people} ${small ? classes.small : ''}`}>
        {people.map((one, at) => (
          <li key={one.id ?? one.person?.id ?? at} className={classes.person}>
            <PersonAvatar person={one.person} size={small ? 22 : 26} />
            <span className={classes.name}>
              <PersonName person={one.person} voice={voice} linked={!small} />
            </span>
            {Beside && <Beside {...one} />}
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
