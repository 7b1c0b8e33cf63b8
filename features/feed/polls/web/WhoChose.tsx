import { Popover, UnstyledButton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PeopleInPages } from '#ui/controls/PeopleInPages.tsx'
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
  const list = useInfiniteQuery(
    polls.votes.infiniteOptions({
      input: (after: string | undefined) => ({ id: post.id, optionId: option.id, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  return <PeopleInPages list={list} small voice={post.group?.voice ?? false} />
}
