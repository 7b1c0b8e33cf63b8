import { IconLock } from '@tabler/icons-react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './TeamOnly.module.css'

/** The mark of what only people who work here see, though others are in the group. */
export function TeamOnly() {
  const words = useWords(uiWords).teamOnly
  return (
    <span className={classes.mark} title={words.hint}>
      <IconLock size={12} aria-hidden />
      {words.mark}
    </span>
  )
}
