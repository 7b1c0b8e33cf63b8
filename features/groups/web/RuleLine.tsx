import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './RuleLine.module.css'

/** Stands where one could write if a rule of the group let one: names the rule and who can change it. */
export function RuleLine({ children }: { children: ReactNode }) {
  return (
    <p className={classes.line}>
      <IconLock size={16} aria-hidden className={classes.icon} />
      {children}
    </p>
  )
}
