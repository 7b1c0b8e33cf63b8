import { IconLock } from '@tabler/icons-react'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import classes from './TeamMark.module.css'

/** The mark of a task that only people who work here see, though others are in its group. */
export function TeamMark() {
  const words = useWords(tasksWords)
  return (
    <span className={classes.mark} title={words.teamHint}>
      <IconLock size={12} aria-hidden />
      {words.team}
    </span>
  )
}
