import { ActionIcon, Badge, Menu } from '@mantine/core'
import { IconDots, IconUser, IconUserCheck, IconUserEdit } from '@tabler/icons-react'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useMe } from '#ui/me.ts'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { companiesWords } from '../companies/words.ts'
import type { Administered } from '../contract.ts'
import { actIcons, actsFor, isGrave, type StandingAct } from '../moving/web/standing.ts'
import { movingWords } from '../moving/words.ts'
import { peopleWords } from '../words.ts'
import classes from './AdministeredList.module.css'

interface AdministeredListProps {
  people: readonly Administered[]
  stale: boolean
  ask: (person: Administered, act: StandingAct) => void
  edit: (person: Administered) => void
  rehire: (person: Administered) => void
}

/** Everybody one below the other, with address, last visit and what an administrator can do. */
export function AdministeredList({ people, stale, ask, edit, rehire }: AdministeredListProps) {
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
            <Acts person={person} ask={ask} edit={edit} rehire={rehire} />
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
  ask,
  edit,
  rehire,
}: Pick<AdministeredListProps, 'ask' | 'edit' | 'rehire'> & { person: Administered }) {
  const words = useWords(peopleWords)
  const companyWords = useWords(companiesWords)
  const { acts, rights } = useWords(movingWords)
  const labels = { ...acts, ...rights.acts }
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
        <Menu.Item leftSection={<IconUserEdit size={16} aria-hidden />} onClick={() => edit(person)}>
          {companyWords.assign.act}
        </Menu.Item>
        {person.dismissedAt && (
          <Menu.Item leftSection={<IconUserCheck size={16} aria-hidden />} onClick={() => rehire(person)}>
            {acts.rehire}
          </Menu.Item>
        )}
        {person.id !== me.id &&
          actsFor(person).map((act) => {
            const ActIcon = actIcons[act]
            return (
              <Menu.Item
                key={act}
                leftSection={<ActIcon size={16} aria-hidden />}
                onClick={() => ask(person, act)}
                {...(isGrave(act) ? { color: 'red' } : {})}
              >
                {labels[act]}
              </Menu.Item>
            )
          })}
      </Menu.Dropdown>
    </Menu>
  )
}
