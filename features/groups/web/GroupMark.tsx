import classes from './GroupMark.module.css'

/** The square that stands before a group's name with its first letter; orange where people from outside are in it. */
export function GroupMark({ name, external, size = 34 }: { name: string; external: boolean; size?: number }) {
  return (
    <span
      aria-hidden
      className={external ? `${classes.mark} ${classes.external}` : classes.mark}
      style={{ width: size, height: size, fontSize: size * 0.42 }}
    >
      {name.trim().slice(0, 1)}
    </span>
  )
}
