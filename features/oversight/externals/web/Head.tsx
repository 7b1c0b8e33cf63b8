import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import classes from './OverseenRows.module.css'

interface HeadProps {
  name: string
  /** Whether the list is in the order of this column now. */
  now: boolean
  upwards?: boolean
  sort: () => void
}

/** The head of a column that the list can be sorted by. */
export function Head({ name, now, upwards = false, sort }: HeadProps) {
  const Arrow = upwards ? IconArrowUp : IconArrowDown
  return (
    <UnstyledButton className={classes.head} onClick={sort} aria-pressed={now}>
      {name}
      {now && <Arrow size={13} aria-hidden />}
    </UnstyledButton>
  )
}
