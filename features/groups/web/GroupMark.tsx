import { IconWorld } from '@tabler/icons-react'
import classes from './GroupMark.module.css'

/** The square that stands before a group's name: its first letter, or the globe where people from outside are in it. */
export function GroupMark({ name, external, size = 34 }: { name: string; external: boolean; size?: number }) {
  return (
    <span
      aria-hidden
      className={external ? `${classes.mark} ${classes.external}` : classes.mark}
      style={{ width: size, height: size, fontSize: size * 0.42 }}
    >
      {external ? <IconWorld size={size * 0.55} stroke={1.7} /> : name.trim().slice(0, 1)}
    </span>
  )
}
