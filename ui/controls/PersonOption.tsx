import { PersonAvatar } from './PersonAvatar.tsx'
import type { FoundPerson } from './person.ts'
import classes from './PersonField.module.css'
import { PersonName } from './PersonName.tsx'

/** Somebody in a list of those who can be chosen: face, name with its marks, and what they do. */
export function PersonOption({ person }: { person: FoundPerson }) {
  return (
    <span className={classes.option}>
      <PersonAvatar person={person} size={26} />
      <PersonName person={person} />
      {person.position && <span className={classes.position}>{person.position}</span>}
    </span>
  )
}
