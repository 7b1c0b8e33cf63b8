import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './ComposerFrame.module.css'

/** What becomes of something in a text that will not reach its readers. */
export interface WaysOut {
  takeOut: () => void
  keep: () => void
}

interface UndecidedProps extends WaysOut {
  /** What is said. */
  children: ReactNode
  /** What the two ways are called. */
  out: string
  in: string
}

/** Something that its writer should decide before anything is sent, with the two ways out. */
export function Undecided({ children, out, in: stays, takeOut, keep }: UndecidedProps) {
  return (
    <div className={classes.unread} role="status">
      <span>{children}</span>
      <Button size="compact-xs" variant="default" onClick={takeOut}>
        {out}
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={keep}>
        {stays}
      </Button>
    </div>
  )
}
