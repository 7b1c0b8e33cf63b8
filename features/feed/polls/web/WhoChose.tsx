import { Popover, UnstyledButton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../../contract.ts'
import type { Poll } from '../contract.ts'
import { pollsWords } from '../words.ts'
import { polls } from './api.ts'
import classes from './WhoChose.module.css'

interface WhoChoseProps {
  post: Post
  option: Poll['options'][number]
  votes: number
}

/** How many chose an option; pressed, it says who. */
export function WhoChose({ votes, ...of }: WhoChoseProps) {
  const words = useWords(pollsWords)
  const [open, setOpen] = useState(false)
  const name = words.who({ option: of.option.text })
  return (
    <Popover opened={open} onChange={setOpen} position="top-end" shadow="md" width={260} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.votes}
          aria-label={`${words.votes(votes)}. ${name}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {words.votes(votes)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown role="group" aria-label={name} className={classes.list} tabIndex={-1} data-autofocus>
        <People {...of} />
      </Popover.Dropdown>
    </Popover>
  )
}

function People({ post, option }: Omit<WhoChoseProps, 'votes'>) {
  const words = useWords(pollsWords)
  const list = useInfiniteQuery(
    polls.votes.infiniteOptions({
      input: (after: string | undefined) => ({ id: post.id, optionId: option.id, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  if (list.isPending) return <ListSkeleton rows={2} faces />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  return (
    <>
      <ul className={classes.people}>
        {list.data.pages
          .flatMap((page) => page.items)
          .map(({ id, person }) => (
            <li key={id} className={classes.person}>
              <PersonAvatar person={person} size={22} />
              <PersonName person={person} voice={post.group?.voice ?? false} />
            </li>
          ))}
      </ul>
      {list.hasNextPage && (
        <UnstyledButton className={classes.more} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </UnstyledButton>
      )}
    </>
  )
}
