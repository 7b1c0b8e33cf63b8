import { IconWorld } from '@tabler/icons-react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './External.module.css'

/** The orange chip of a group that people from outside may be in. */
export function ExternalGroupChip() {
  const words = useWords(uiWords)
  return (
    <span className={`${classes.badge} ${classes.group}`}>
      <IconWorld size={13} aria-hidden />
      {words.externalGroup}
    </span>
  )
}
