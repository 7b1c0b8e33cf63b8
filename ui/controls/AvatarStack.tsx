import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './AvatarStack.module.css'
import type { ShownPerson } from './person.ts'
import { PersonAvatar } from './PersonAvatar.tsx'

interface AvatarStackProps {
  people: readonly (ShownPerson | null)[]
  /** How many faces are drawn before the rest becomes a number. */
  most?: number
  size?: number
}

/** A few faces overlapping; people from outside keep their mark, and screen readers hear the names. */
export function AvatarStack({ people, most = 5, size = 26 }: AvatarStackProps) {
  const words = useWords(uiWords)
  const shown = people.slice(0, most)
  const rest = people.length - shown.length
  const nameOf = (person: ShownPerson | null) => {
    if (!person) return words.formerParticipant
    return person.kind === 'external' ? `${person.name} (${words.external})` : person.name
  }
  return (
    <span className={classes.stack}>
      {shown.map((person, place) => (
        <span key={person?.id ?? `former-${place}`} className={classes.place} title={nameOf(person)}>
          <PersonAvatar person={person} size={size} alone={nameOf(person)} />
        </span>
      ))}
      {rest > 0 && (
        <span className={classes.rest}>
          <span aria-hidden>+{rest}</span>
          <span className="loggia-hidden">{words.furtherPeople(rest)}</span>
        </span>
      )}
    </span>
  )
}
