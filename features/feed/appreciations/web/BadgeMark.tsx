import { badgeLooks } from './badges.ts'
import type { Badge } from '../contract.ts'
import classes from './Appreciation.module.css'

/** A badge in its colour; its name stands beside. */
export function BadgeMark({ badge, size }: { badge: Badge; size: number }) {
  const { icon: Mark, colour } = badgeLooks[badge]
  return (
    <span
      className={classes.badge}
      style={{
        width: size,
        height: size,
        background: `var(--mantine-color-${colour}-light)`,
        color: `var(--mantine-color-${colour}-light-color)`,
      }}
    >
      <Mark size={size * 0.6} stroke={1.7} aria-hidden />
    </span>
  )
}
