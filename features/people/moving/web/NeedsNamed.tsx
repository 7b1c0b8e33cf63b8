import { useWords } from '#ui/words/useWords.ts'
import type { NeedsHeir } from '../contract.ts'
import { movingWords } from '../words.ts'
import { NamedList } from './NamedList.tsx'
import classes from './NeedsNamed.module.css'

/** Which groups and open tasks need somebody, by name as far as the administrator reads them. */
export function NeedsNamed({ needs }: { needs: NeedsHeir }) {
  const { heir } = useWords(movingWords)
  return (
    <div className={classes.lists}>
      {(['groups', 'tasks'] as const)
        .filter((kind) => needs[kind] > 0)
        .map((kind) => (
          <NamedList key={kind} title={heir[kind](needs[kind])} count={needs[kind]} named={needs.named[kind]} />
        ))}
    </div>
  )
}
