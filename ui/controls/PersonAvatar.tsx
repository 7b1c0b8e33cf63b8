import { Avatar } from '@mantine/core'
import { IconUser, IconWorld } from '@tabler/icons-react'
import { useIsOnline } from '../presence.ts'
import type { ShownPerson } from './person.ts'
import classes from './PersonAvatar.module.css'

/**
 * A person's face or initials, with a corner mark for people from outside and a dot for who is online. It says nothing to screen readers, because the
 * name stands beside it; where it stands alone, give `alone` and it says the name. `size` is in pixels.
 */
export function PersonAvatar({
  person,
  size = 32,
  alone,
}: {
  person: ShownPerson | null
  size?: number
  alone?: string
}) {
  const online = useIsOnline(person?.id)
  const spoken = alone ? ({ role: 'img', 'aria-label': alone } as const) : ({ 'aria-hidden': true } as const)
  return (
    <span className={classes.frame} {...spoken}>
      <Avatar
        src={person?.photo ?? null}
        alt=""
        name={person?.name ?? ''}
        color={person ? 'initials' : 'gray'}
        allowedInitialsColors={['blue', 'teal', 'grape', 'indigo', 'cyan', 'pink', 'violet', 'green']}
        size={size}
        imageProps={{ loading: 'lazy' }}
      >
        {person ? undefined : <IconUser size={size * 0.55} aria-hidden />}
      </Avatar>
      {online && size >= 28 && <span className={`${classes.online} ${size > 56 ? classes.large : ''}`} />}
      {person?.kind === 'external' && (
        <span className={`${classes.corner} ${size < 28 ? classes.small : size > 56 ? classes.large : ''}`}>
          <IconWorld size={size < 28 ? 11 : size > 56 ? 18 : 13} stroke={1.9} aria-hidden />
        </span>
      )}
    </span>
  )
}
