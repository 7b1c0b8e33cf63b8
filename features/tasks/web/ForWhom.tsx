import { Input } from '@mantine/core'
import { IconWorld } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { AddressPicker, type Addressing } from '#features/groups/web/door.tsx'
import { Named } from '#ui/controls/Named.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import classes from './ForWhom.module.css'

interface ForWhomProps {
  to: Addressing
  /** Somebody from outside, kept apart from others, who works on it: with them it is said who reads it. */
  worker: ShownPerson | null
  /** Why the task cannot be set yet. */
  error: string | undefined
}

/** For whom a task of a group is: chosen by whoever sets it, or said by who works on it. */
export function ForWhom({ to, worker, error }: ForWhomProps) {
  const words = useWords(tasksWords).form
  const field = useRef<HTMLDivElement>(null)
  const missing = error !== undefined
  useEffect(() => {
    if (missing) field.current?.querySelector('input')?.focus()
  }, [missing])
  if (!to.mayChoose) return null
  return (
    <Input.Wrapper label={words.forWhom} labelElement="div" error={error} ref={field}>
      {worker ? (
        <p className={classes.said}>
          <IconWorld size={16} aria-hidden className={classes.icon} />
          <span>
            <Named person={worker}>
              {words.saidByWorker({
                name: worker.name,
                who: (to.isolation === 'company' && worker.company) || worker.name,
              })}
            </Named>
          </span>
        </p>
      ) : (
        <AddressPicker to={to} size="sm" />
      )}
    </Input.Wrapper>
  )
}
