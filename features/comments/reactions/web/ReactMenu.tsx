import { Popover, UnstyledButton } from '@mantine/core'
import { IconMoodPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { comments } from '../../web/api.ts'
import { commentsWords } from '../../words.ts'
import type { Reaction } from '../contract.ts'
import { markKey, markName, theSix, type Mark } from './reactionName.ts'
import { ReactionMark } from './ReactionMark.tsx'
import classes from './Reactions.module.css'

interface ReactMenuProps {
  given: readonly Reaction[]
  toggle: (mark: Mark) => void
  className: string | undefined
}

/** The act of reacting: opens the six and the portal's own. */
export function ReactMenu({ given, toggle, className }: ReactMenuProps) {
  const words = useWords(commentsWords).reactions
  const [open, setOpen] = useState(false)
  const own = useQuery({ ...comments.emojis.list.queryOptions(), enabled: open, staleTime: 60_000 })
  const mine = new Set(given.filter((one) => one.mine).map(markKey))
  const offered: readonly Mark[] = [
    ...theSix.map((kind) => ({ kind, emoji: null })),
    ...(own.data?.items ?? []).map((emoji) => ({ kind: null, emoji })),
  ]
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={className} aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconMoodPlus size={17} aria-hidden />
          {words.add}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={4} role="group" aria-label={words.choose}>
        <div className={classes.choices}>
          {offered.map((mark) => {
            const name = markName(mark, words.kind)
            return (
              <UnstyledButton
                key={markKey(mark)}
                className={classes.choice}
                aria-label={name}
                title={name}
                aria-pressed={mine.has(markKey(mark))}
                onClick={() => {
                  setOpen(false)
                  toggle(mark)
                }}
              >
                <ReactionMark {...mark} size={24} />
              </UnstyledButton>
            )
          })}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
