import { useWords } from '#ui/words/useWords.ts'
import type { NeedsHeir } from '../contract.ts'
import { movingWords } from '../words.ts'
import classes from './NeedsNamed.module.css'

/** Which groups and open tasks need somebody, by name as far as the administrator reads them. */
export function NeedsNamed({ needs }: { needs: NeedsHeir }) {
  const { heir } = useWords(movingWords)
  return (
    <div className={classes.lists}>
      {(['groups', 'tasks'] as const).map((kind) => {
        const { first, readable } = needs.named[kind]
        const [more, unseen] = [readable - first.length, needs[kind] - readable]
        if (needs[kind] === 0) return null
        return (
          <section key={kind} aria-label={heir[kind](needs[kind])}>
            <h3 className={classes.title}>{heir[kind](needs[kind])}</h3>
            <ul className={classes.list}>
              {first.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
              {more > 0 && <li className={classes.rest}>{heir.more(more)}</li>}
              {unseen > 0 && <li className={classes.rest}>{heir.unseen(unseen)}</li>}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
