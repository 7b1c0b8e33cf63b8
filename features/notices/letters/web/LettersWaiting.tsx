import { Tooltip, UnstyledButton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconMail } from '@tabler/icons-react'
import { useEffect } from 'react'
import { Named } from '#ui/controls/Named.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { notices } from '../../web/api.ts'
import type { WaitingLetters } from '../contract.ts'
import { lettersWords } from '../words.ts'
import classes from './LettersWaiting.module.css'

/** No letter waits longer: of what is older nobody asks. */
const longest = 3_600_000

interface LettersWaitingProps {
  threadId: string
  /** The comment that they are about; null for the post itself. */
  saidId: string | null
  createdAt: Date
  /** Deletes it, and the letters with it. */
  takeBack: () => void
}

/** Below what one has said oneself, as long as letters about it wait: to whom they go, when, and the way to take it back. */
export function LettersWaiting({ threadId, saidId, createdAt, takeBack }: LettersWaitingProps) {
  const asked = useQuery({
    ...notices.waiting.queryOptions({ input: { id: threadId } }),
    enabled: Date.now() - createdAt.getTime() < longest,
  })
  const waiting = asked.data?.items.find((item) => item.saidId === saidId)
  return waiting ? <Waiting waiting={waiting} takeBack={takeBack} /> : null
}

function Waiting({ waiting, takeBack }: { waiting: WaitingLetters; takeBack: () => void }) {
  const { waiting: words } = useWords(lettersWords)
  const cache = useQueryClient()
  const { person, others, at } = waiting
  useEffect(() => {
    const gone = () => void cache.invalidateQueries({ queryKey: notices.waiting.key() })
    const timer = setTimeout(gone, Math.max(at.getTime() - Date.now(), 0) + 1000)
    return () => clearTimeout(timer)
  }, [at, cache])
  return (
    <p className={classes.line} role="status">
      <IconMail size={15} aria-hidden className={classes.icon} />
      <span>
        <Named person={person}>
          {others > 0 ? words.more(others, { who: person.name }) : words.one({ who: person.name })}
        </Named>{' '}
        <TimeAgo at={at} />
        {' · '}
        <Tooltip label={words.hint}>
          <UnstyledButton className={classes.act} onClick={takeBack}>
            {words.takeBack}
          </UnstyledButton>
        </Tooltip>
      </span>
    </p>
  )
}
