import { IconWorld } from '@tabler/icons-react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './LaneMark.module.css'

/** The mark of what only one company, or one person, from outside reads beside the team, though others are in the group. */
export function LaneMark({ name }: { name: string }) {
  const words = useWords(uiWords).lane
  return (
    <span className={classes.mark} title={words.hint({ name })}>
      <IconWorld size={12} aria-hidden />
      <span className={classes.name}>{words.mark({ name })}</span>
    </span>
  )
}
