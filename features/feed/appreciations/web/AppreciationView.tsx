import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Appreciation } from '../contract.ts'
import { appreciationsWords } from '../words.ts'
import classes from './Appreciation.module.css'
import { BadgeMark } from './BadgeMark.tsx'

/** Who is appreciated in a post and for what, large: it is what the post is about. */
export function AppreciationView({ appreciation: { badge, people } }: { appreciation: Appreciation }) {
  const words = useWords(appreciationsWords)
  return (
    <div className={classes.large}>
      <BadgeMark badge={badge} size={64} />
      <div className={classes.words}>
        <div className={classes.name}>{words.badge[badge]}</div>
        <ul className={classes.people} aria-label={words.for}>
          {people.map((person) => (
            <li key={person.id} className={classes.person}>
              <PersonAvatar person={person} size={26} />
              <PersonName person={person} linked />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
