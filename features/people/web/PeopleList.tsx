import { ActionIcon } from '@mantine/core'
import { IconMail, IconPhone } from '@tabler/icons-react'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Listed } from '../contract.ts'
import { peopleWords } from '../words.ts'
import { PersonActs } from './PersonActs.tsx'
import classes from './PeopleList.module.css'

/** People one below the other: face, name with its marks, position, department, and how to reach them where one may know it. */
export function PeopleList({ people, stale }: { people: readonly Listed[]; stale: boolean }) {
  return (
    <ul className={stale ? `${classes.list} ${classes.stale}` : classes.list} aria-busy={stale}>
      {people.map((person, at) => (
        <li key={person.id} className={classes.row}>
          <PersonAvatar person={person} size={36} />
          <div className={classes.who}>
            <span className={classes.name}>
              <PersonName person={person} linked />
            </span>
            <span className={classes.quiet}>
              {person.position}
              {person.department && <span className={classes.onPhone}> · {person.department.name}</span>}
            </span>
          </div>
          <span className={classes.department}>{person.department?.name}</span>
          <Reach person={person} />
          <div>
            <PersonActs person={person} among={pageOf(people, at)} small />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** As many as come at once: more of them ask anew for themselves alone. */
const size = 60

const pageOf = (people: readonly Listed[], at: number): string[] => {
  const from = at - (at % size)
  return people.slice(from, from + size).map(({ id }) => id)
}

function Reach({ person }: { person: Listed }) {
  const words = useWords(peopleWords)
  const { email, phone } = person
  return (
    <div className={classes.reach}>
      {email && (
        <>
          <a className={classes.address} href={`mailto:${email}`}>
            {email}
          </a>
          <ActionIcon
            className={classes.tap}
            component="a"
            href={`mailto:${email}`}
            aria-label={words.page.write({ name: person.name })}
          >
            <IconMail size={18} aria-hidden />
          </ActionIcon>
        </>
      )}
      {phone && (
        <>
          <a className={classes.address} href={`tel:${phone}`}>
            {phone}
          </a>
          <ActionIcon
            className={classes.tap}
            component="a"
            href={`tel:${phone}`}
            aria-label={words.page.call({ name: person.name })}
          >
            <IconPhone size={18} aria-hidden />
          </ActionIcon>
        </>
      )}
    </div>
  )
}
