import { IconLock, IconLockOpen, IconPointFilled } from '@tabler/icons-react'
import classes from './Consequences.module.css'

interface ConsequencesProps {
  title: string
  /** What changes is in red, whether it opens or closes; what stays is quiet. */
  mark?: 'opens' | 'closes'
  lines: readonly (string | false | null)[]
}

/** One list of consequences under its heading; a line that is not there has nothing to say. */
export function Consequences({ title, mark, lines }: ConsequencesProps) {
  const said = lines.filter((line) => typeof line === 'string')
  const LineIcon = mark === 'opens' ? IconLockOpen : mark === 'closes' ? IconLock : IconPointFilled
  if (said.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.list}>
        {said.map((line) => (
          <li key={line} className={classes.line}>
            <LineIcon size={16} aria-hidden className={mark ? classes.change : classes.quiet} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
