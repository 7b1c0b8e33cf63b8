import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { ReadersByReason, RecordKind } from '../contract.ts'
import { oversightWords } from '../words.ts'
import { oversight } from './api.ts'
import styles from './WhoCanSee.module.css'

/** Everyone who can open a record, by reason. */
export function WhoCanSee({ kind, id }: { kind: string; id: string }) {
  const words = useWords(oversightWords)
  const me = useMe()
  // The weightiest reason first: in the order in which the catalogue names them.
  const order = Object.keys(words.because)
  const input = { kind: kind as RecordKind, id }
  const { data, error, isPending, refetch } = useQuery(oversight.whoCanSee.queryOptions({ input }))
  return (
    <div className={styles.panel}>
      {/* The slide-over shows these words in its head already. */}
      <h2 className="loggia-hidden">{words.whoCanSee}</h2>
      {isPending && <ListSkeleton faces />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <Text c="dimmed" size="sm">
            {words.explained}
          </Text>
          {data.items
            .toSorted((a, b) => order.indexOf(a.because) - order.indexOf(b.because))
            .map((reason) => (
              <Reason key={`${reason.because} ${reason.level}`} reason={reason} />
            ))}
          {data.voice && <Text size="sm">{words.voice({ portal: me.portal.name })}</Text>}
        </>
      )}
    </div>
  )
}

function Reason({ reason: { because, people, more } }: { reason: ReadersByReason }) {
  const words = useWords(oversightWords)
  const reasons: Record<string, string> = words.because
  return (
    <section>
      <Title order={3} size="sm" className={styles.reason}>
        {reasons[because] ?? words.because.other}
      </Title>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id} className={styles.person}>
            <PersonAvatar person={person} size={26} />
            <PersonName person={person} linked />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text c="dimmed" size="sm">
          {words.more(more)}
        </Text>
      )}
    </section>
  )
}
