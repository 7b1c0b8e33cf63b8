import { IconLock } from '@tabler/icons-react'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../words.ts'
import classes from './TeamOnly.module.css'

/** The mark of what only people who work here read, though others are in the group. */
export function TeamOnly() {
  const words = useWords(feedWords)
  return (
    <span className={classes.mark}>
      <IconLock size={12} aria-hidden />
      {words.team}
    </span>
  )
}
