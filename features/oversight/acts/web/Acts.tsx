import { CloseButton, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { queries } from '#ui/queries.ts'
import { useWords } from '#ui/words/useWords.ts'
import { oversight } from '../../web/api.ts'
import type { Act, Failure } from '../contract.ts'
import { actsWords } from '../words.ts'
import classes from './Acts.module.css'

const lookAgainAfter = 1_000
/** For so long something that is done stands there, if nobody takes it away. */
const shownFor = 3_600_000

/** What one does to many people: how far it is, and with whom it could not be done and why. */
export function Acts() {
  const [hidden, setHidden] = useState<readonly string[]>([])
  const { data } = useQuery({
    ...oversight.acts.list.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.items.some((act) => !act.finishedAt) ? lookAgainAfter : false),
  })
  const finished = data?.items.filter((act) => act.finishedAt).length ?? 0
  // The list shows what was done as soon as it is, also where an act was never seen under way.
  useEffect(() => {
    if (finished > 0) void queries.invalidateQueries({ queryKey: oversight.externals.key() })
  }, [finished])
  const shown = data?.items.filter(
    ({ id, finishedAt }) => !hidden.includes(id) && (!finishedAt || Date.now() - finishedAt.getTime() < shownFor),
  )
  if (!shown || shown.length === 0) return null
  return (
    <ul className={classes.list}>
      {shown.map((act) => (
        <ActRow key={act.id} act={act} hide={() => setHidden([...hidden, act.id])} />
      ))}
    </ul>
  )
}

function ActRow({ act, hide }: { act: Act; hide: () => void }) {
  const words = useWords(actsWords)
  const { kind, total, done, failed, failures, finishedAt } = act
  return (
    <li className={classes.act}>
      <div className={classes.head} role="status">
        <Text size="sm">
          {!finishedAt && words.doing[kind]({ done: String(done), total: String(total) })}
          {finishedAt && (done > failed || failed === 0) && words.done[kind](done - failed)}
          {failed > 0 && ` ${words.failed(failed)}`}
        </Text>
        {finishedAt && <CloseButton size="sm" onClick={hide} aria-label={words.hide} />}
      </div>
      {!finishedAt && <Progress value={total ? (100 * done) / total : 0} aria-label={words.progress} animated />}
      {failures.length > 0 && (
        <details className={classes.failures}>
          <summary>{words.why}</summary>
          <ul>
            {failures.map((failure) => (
              <li key={failure.personId}>
                <PersonName
                  person={{ id: failure.personId, name: failure.name, kind: 'external', company: failure.company }}
                />
                : <Reason of={failure} />
              </li>
            ))}
            {failed > failures.length && <li>{words.moreFailed(failed - failures.length)}</li>}
          </ul>
        </details>
      )}
    </li>
  )
}

function Reason({ of: { code, message } }: { of: Failure }) {
  const words = useWords(actsWords)
  const rules: Readonly<Record<string, string>> = words.rules
  return rules[code] ?? (message || words.rules.BROKEN)
}
