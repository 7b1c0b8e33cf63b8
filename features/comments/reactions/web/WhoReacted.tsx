import { ActionIcon, Popover } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { PeopleInPages } from '#ui/controls/PeopleInPages.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { commentsWords } from '../../words.ts'
import type { Reacted } from '../contract.ts'
import { markName } from './reactionName.ts'
import { ReactionMark } from './ReactionMark.tsx'
import classes from './Reactions.module.css'

/** Asks who reacted, page by page: a hook of whatever is reacted to. */
export type UseWho = () => UseInfiniteQueryResult<InfiniteData<{ items: Reacted[]; next: string | null }>>

interface WhoReactedProps {
  useWho: UseWho
  /** Those who work here have one voice towards the reader. */
  voice: boolean
}

/** Who reacted how, in a list that keyboard and finger open like the pointer. */
export function WhoReacted(props: WhoReactedProps) {
  const words = useWords(commentsWords).reactions
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" shadow="md" width={260} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          size="sm"
          aria-label={words.who}
          title={words.who}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconUsers size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="group" aria-label={words.who} className={classes.who} tabIndex={-1} data-autofocus>
        <People {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}

function People({ useWho, voice }: WhoReactedProps) {
  const list = useWho()
  return <PeopleInPages list={list} small voice={voice} Beside={Mark} />
}

function Mark({ kind, emoji }: Reacted) {
  const words = useWords(commentsWords).reactions
  const mark = { kind, emoji }
  return (
    <>
      <ReactionMark {...mark} size={17} />
      <span className="loggia-hidden">{markName(mark, words.kind)}</span>
    </>
  )
}
