import type { ReactNode } from 'react'
import { PersonAvatar } from './PersonAvatar.tsx'
import { PersonName } from './PersonName.tsx'
import type { ShownPerson } from './person.ts'
import classes from './Facts.module.css'

/** What is known of somebody or something, as names and values; with lines around it where it is the head of a page. */
export function Facts({ framed = false, children }: { framed?: boolean; children: ReactNode }) {
  return <dl className={framed ? `${classes.facts} ${classes.framed}` : classes.facts}>{children}</dl>
}

interface FactProps {
  name: string
  /** What stands there says only that there is nothing. */
  quiet?: boolean
  children: ReactNode
}

/** One of them. */
export function Fact({ name, quiet = false, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd className={quiet ? classes.quiet : undefined}>{children}</dd>
    </div>
  )
}

/** Somebody as the value of one: face and name. */
export function FactPerson({ person, linked = false }: { person: ShownPerson; linked?: boolean }) {
  return (
    <span className={classes.person}>
      <PersonAvatar person={person} size={24} />
      <PersonName person={person} linked={linked} />
    </span>
  )
}
