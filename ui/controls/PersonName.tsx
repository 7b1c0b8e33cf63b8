import { IconWorld } from '@tabler/icons-react'
import { RecordLink } from '../shell/RecordLink.tsx'
import { useMeOrNobody } from '../me.ts'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import type { ShownPerson } from './person.ts'
import classes from './PersonName.module.css'

interface PersonNameProps {
  /** Null is somebody the reader may not know: "Former participant". */
  person: ShownPerson | null
  /** Who is null speaks as the portal: those who work here have one voice towards this reader. */
  voice?: boolean
  /** Makes the name a link that opens the person's profile. */
  linked?: boolean
  /** Leaves the company out where it already stands beside (a list grouped by company). */
  withoutCompany?: boolean
}

/** A person's name, wherever a name stands: people from outside are told apart by colour, globe, company and in words. */
export function PersonName({ person, voice = false, linked = false, withoutCompany = false }: PersonNameProps) {
  const words = useWords(uiWords)
  const me = useMeOrNobody()
  if (!person && voice && me) return <span className={classes.name}>{me.portal.name}</span>
  if (!person) return <span className={classes.former}>{words.formerParticipant}</span>
  const external = person.kind === 'external'
  const inside = (
    <>
      <span className={classes.text}>{person.name}</span>
      {external && <IconWorld size={14} aria-hidden className={classes.globe} />}
      {external && person.company && !withoutCompany && <span className={classes.company}>· {person.company}</span>}
      {external && <span className="loggia-hidden">({words.external})</span>}
    </>
  )
  const className = external ? `${classes.name} ${classes.external}` : classes.name
  return linked ? (
    <RecordLink to={`/people/${person.id}`} className={className}>
      {inside}
    </RecordLink>
  ) : (
    <span className={className}>{inside}</span>
  )
}
