import { useWords } from '#ui/words/useWords.ts'
import type { NeedsHeir } from '../contract.ts'
import { movingWords } from '../words.ts'
import classes from './NeedsNamed.module.css'

interface NamedListProps {
  title: string
  count: number
  named: NeedsHeir['named']['groups']
}

/** Things by name as far as the administrator reads them, and how many more there are. */
export function NamedList({ title, count, named: { first: things, readable } }: NamedListProps) {
  const { heir } = useWords(movingWords)
  const [more, unseen] = [readable - things.length, count - readable]
  return (
    <section aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.list}>
        {things.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
        {more > 0 && <li className={classes.rest}>{heir.more(more)}</li>}
        {unseen > 0 && <li className={classes.rest}>{heir.unseen(unseen)}</li>}
      </ul>
    </section>
  )
}
