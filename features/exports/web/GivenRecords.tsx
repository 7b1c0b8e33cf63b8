import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { exportsWords } from '../words.ts'
import { ExportList } from './ExportList.tsx'
import classes from './GivenRecords.module.css'
import { useExports } from './useExports.ts'

/** On a group's page: the records of it that somebody from outside was given (GRP-11). Those who work here have theirs in its settings. */
export function GivenRecords({ groupId }: { groupId: string }) {
  const me = useMe()
  return me.kind === 'external' ? <Given groupId={groupId} /> : null
}

function Given({ groupId }: { groupId: string }) {
  const words = useWords(exportsWords).one
  // A page that could not ask says nothing: they stand under Settings too, where it would be said.
  const given = useExports(groupId).data?.items.filter(({ mine, finishedAt }) => mine && finishedAt) ?? []
  if (given.length === 0) return null
  return (
    <section className={classes.given} aria-label={words.forYou}>
      <h2 className={classes.title}>{words.forYou}</h2>
      <ExportList items={given} />
    </section>
  )
}
