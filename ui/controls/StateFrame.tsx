import type { ReactNode } from 'react'
import type { Icon } from '../section.ts'
import classes from './State.module.css'

interface StateFrameProps {
  icon: Icon
  title: string
  text?: ReactNode
  /** A button or link: the first step, or the way back. */
  act?: ReactNode
  role?: 'alert' | 'status'
  /** `h1` where it stands for a whole page. */
  heading?: 'h1' | 'p'
}

/** The common shape of what stands where content would: empty, failed, refused, not found. */
export function StateFrame({ icon: StateIcon, title, text, act, role, heading: Heading = 'p' }: StateFrameProps) {
  return (
    <div className={classes.state} role={role}>
      <StateIcon size={34} stroke={1.4} className={classes.icon} aria-hidden />
      <Heading className={classes.title}>{title}</Heading>
      {text && <p className={classes.text}>{text}</p>}
      {act && <div className={classes.act}>{act}</div>}
    </div>
  )
}
