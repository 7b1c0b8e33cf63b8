import { PersonName } from '#ui/controls/PersonName.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../words.ts'
import classes from './PostActs.module.css'

interface LikedByProps {
  mine: boolean
  /** Others by name; how many more there are stands in `unnamed`. */
  people: readonly ShownPerson[]
  unnamed: number
}

/** Who likes a post: oneself, the first few, how many more. */
export function LikedBy({ mine, people, unnamed }: LikedByProps) {
  const words = useWords(feedWords)
  const { language } = useLanguage()
  const byId = new Map(people.map((person) => [person.id, person]))
  const all = [
    ...(mine ? [words.likes.you] : []),
    ...byId.keys(),
    ...(unnamed > 0 ? [words.likes.others(unnamed)] : []),
  ]
  if (all.length === 0) return null
  const parts = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(all)
  return (
    <span className={classes.by}>
      {words.likes.by}{' '}
      {parts.map(({ value }) => {
        const person = byId.get(value)
        return person ? <PersonName key={value} person={person} /> : value
      })}
    </span>
  )
}
