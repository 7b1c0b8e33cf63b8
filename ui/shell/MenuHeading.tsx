import type { ReactNode } from 'react'
import classes from './MenuHeading.module.css'

/** A quiet heading inside the left menu ("Groups"), with an optional small act at its right; hidden when folded. */
export function MenuHeading({
  children,
  act,
  folded = false,
}: {
  children: ReactNode
  act?: ReactNode
  folded?: boolean
}) {
  return (
    <div className={classes.heading}>
      <span className={folded ? 'loggia-hidden' : classes.text}>{children}</span>
      {!folded && act}
    </div>
  )
}
