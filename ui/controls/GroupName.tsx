import { IconWorld } from '@tabler/icons-react'
import { PageLink } from '../shell/PageLink.tsx'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import classes from './GroupName.module.css'

/** A group's name; orange with a globe, and the same in words, where people from outside are in it. `to` makes it a link. */
export function GroupName({ name, external, to }: { name: string; external: boolean; to?: string }) {
  const words = useWords(uiWords)
  const inside = (
    <>
      {external && <IconWorld size={15} aria-hidden className={classes.globe} />}
      <span className={classes.text}>{name}</span>
      {external && <span className="loggia-hidden">({words.externalGroup})</span>}
    </>
  )
  const className = external ? `${classes.name} ${classes.external}` : classes.name
  return to ? (
    <PageLink to={to} className={className}>
      {inside}
    </PageLink>
  ) : (
    <span className={className}>{inside}</span>
  )
}
