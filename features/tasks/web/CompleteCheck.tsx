import { UnstyledButton } from '@mantine/core'
import { IconCheck, IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { useWords } from '#ui/words/useWords.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import classes from './CompleteCheck.module.css'

/** The circle that completes a task, and opens it again. Where the person may only read, it is a sign and no button. */
export function CompleteCheck({ task, toggle }: { task: Task; toggle: (task: Task) => void }) {
  const words = useWords(tasksWords)
  const done = task.completedAt !== null
  const Sign = done ? IconCircleCheckFilled : IconCircle
  const sign = <Sign size={22} stroke={1.5} aria-hidden className={done ? classes.done : classes.open} />
  if (!task.may.change) return <span className={classes.check}>{sign}</span>
  const said = done ? words.reopenThis({ title: task.title }) : words.completeThis({ title: task.title })
  return (
    <UnstyledButton
      className={classes.check}
      onClick={() => toggle(task)}
      aria-label={said}
      title={done ? words.reopen : words.complete}
    >
      {sign}
      {!done && <IconCheck size={13} stroke={2.6} aria-hidden className={classes.hint} />}
    </UnstyledButton>
  )
}
