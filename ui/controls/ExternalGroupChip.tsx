import { IconWorld } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './External.module.css'

/** The orange chip of a group with people from outside; its text is the given one, else "group with external people". */
export function ExternalGroupChip({ children }: { children?: ReactNode }) {
  const words = useWords(uiWords)
  return (
    <span className={`${classes.badge} ${classes.group}`}>
      <IconWorld size={13} aria-hidden />
      {children ?? words.externalGroup}
    </span>
  )
}
