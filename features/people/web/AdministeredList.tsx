import { ActionIcon, Badge, Menu } from '@mantine/core'
import { IconDots, IconUser, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useMe } from '#ui/me.ts'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Administered } from '../contract.ts'
import { peopleWords } from '../words.ts'
import classes from './AdministeredList.module.css'

interface AdministeredListProps {
  people: readonly Administered[]
  stale: boolean
  dismiss: (person: Administered) => void
  rehire: (person: Administered) => void
}

/** Everybody one below the other, with address, last visit and what an administrator can do. */
export function AdministeredList({ people, stale, dismiss, rehire }: AdministeredListProps) {
  const words = useWords(peopleWords)
  const { lastSeen, dismissedOn, neverSeen, administrator } = words.administration
  const when = people.every(({ dismissedAt }) => dismissedAt) ? dismissedOn : lastSeen
  return (
    <>
      {/* For the eye only: to a screen reader each row says it itself. */}
      <div className={`${classes.row} ${classes.heads}`} aria-hidden>
        <span className={classes.of}>{words.fields.name}</span>
        <span>{words.fields.position}</span>
        <span>{when}</span>
      </div>
      <ul className={stale ? `${classes.list} ${classes.stale}` : classes.list} aria-busy={stale}>
        {people.map((person) => (
          <li key={person.id} className={classes.row}>
            <PersonAvatar person={person} size={36} />
            <div className={classes.who}>
              <span className={classes.name}>
                <PersonName person={person} linked />
                {person.administrator && <Badge size="sm">{administrator}</Badge>}
              </span>
              <span className={classes.quiet}>{person.email}</span>
            </div>
            <span className={classes.position}>{person.position}</span>
            <div className={classes.seen}>
              <span className={classes.caption}>{when}:</span>
              <span>{moment(person) ?? neverSeen}</span>
            </div>
            <Acts person={person} dismiss={dismiss} rehire={rehire} />
          </li>
        ))}
      </ul>
    </>
  )
}

function moment({ dismissedAt, lastSeenAt }: Administered) {
  const at = dismissedAt ?? lastSeenAt
  return at && <TimeAgo at={at} />
}

function Acts({
  person,
  dismiss,
  rehire,
}: Pick<AdministeredListProps, 'dismiss' | 'rehire'> & { person: Administered }) {
  const words = useWords(peopleWords)
  const me = useMe()
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={words.administration.acts({ name: person.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={RecordLink} to={`/people/${person.id}`} leftSection={<IconUser size={16} aria-hidden />}>
          {words.administration.open}
        </Menu.Item>
        {person.dismissedAt && (
          <Menu.Item leftSection={<IconUserCheck size={16} aria-hidden />} onClick={() => rehire(person)}>
            {words.administration.rehire}
          </Menu.Item>
        )}
        {!person.dismissedAt && person.id !== me.id && (
          <Menu.Item color="red" leftSection={<IconUserOff size={16} aria-hidden />} onClick={() => dismiss(person)}>
            {words.administration.dismiss}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
