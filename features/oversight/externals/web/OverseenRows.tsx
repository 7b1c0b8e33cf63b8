import type { ReactNode } from 'react'
import { Checkbox } from '@mantine/core'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { writtenDay } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { actsWords } from '../../acts/words.ts'
import type { Selection } from '../../acts/web/useSelection.ts'
import type { Order, Overseen } from '../contract.ts'
import { externalsWords } from '../words.ts'
import { Head } from './Head.tsx'
import classes from './OverseenRows.module.css'
import { Sponsor } from './Sponsor.tsx'

interface OverseenRowsProps {
  people: readonly Overseen[]
  stale: boolean
  order: Order
  sort: (order: Order) => void
  selection: Selection
}

/** People from outside one below the other: in columns where there is room, as cards on a phone. */
export function OverseenRows({ people, stale, order, sort, selection }: OverseenRowsProps) {
  const { columns } = useWords(externalsWords)
  const words = useWords(actsWords)
  return (
    <>
      <div className={`${classes.row} ${classes.heads}`}>
        <Checkbox
          size="xs"
          aria-label={words.chooseShown}
          checked={people.every(({ person }) => selection.has(person.id))}
          indeterminate={!selection.everyone && selection.ids.length > 0 && selection.ids.length < people.length}
          onChange={() => selection.toggleShown(people.map(({ person }) => person.id))}
        />
        <Head name={columns.name} now={order === 'name'} sort={() => sort('name')} />
        <span>{columns.sponsor}</span>
        <span>{columns.groups}</span>
        <Head name={columns.until} now={order === 'until'} sort={() => sort('until')} />
        <Head
          name={columns.seen}
          now={order === 'seen' || order === 'unseen'}
          upwards={order === 'unseen'}
          sort={() => sort(order === 'seen' ? 'unseen' : 'seen')}
        />
      </div>
      <ul className={stale ? `${classes.list} ${classes.stale}` : classes.list} aria-busy={stale}>
        {people.map((one) => (
          <li key={one.person.id} className={classes.row}>
            <Checkbox
              size="xs"
              className={classes.choose}
              aria-label={words.choose({ name: one.person.name })}
              checked={selection.has(one.person.id)}
              onChange={() => selection.toggle(one.person.id)}
            />
            <Who of={one} />
            <Cell name={columns.sponsor}>
              <Sponsor of={one} />
            </Cell>
            <Groups of={one} />
            <Until of={one} />
            <Cell name={columns.seen}>
              <Seen at={one.lastSeenAt} />
            </Cell>
          </li>
        ))}
      </ul>
    </>
  )
}

function Who({ of: { person, email, returnedAt } }: { of: Overseen }) {
  const words = useWords(externalsWords)
  return (
    <div className={classes.who}>
      <PersonAvatar person={person} size={32} />
      <div className={classes.names}>
        <RecordLink
          to={`/external-people/${person.id}`}
          className={classes.open}
          aria-label={words.open({ name: person.name })}
        >
          <PersonName person={person} withoutCompany />
        </RecordLink>
        <span className={classes.quiet}>{[person.company, email].filter(Boolean).join(' · ')}</span>
        {returnedAt && <span className={classes.returned}>{words.returned}</span>}
      </div>
    </div>
  )
}

function Groups({ of: { groups } }: { of: Overseen }) {
  const words = useWords(externalsWords)
  const more = groups.count - groups.first.length
  return (
    <Cell name={words.columns.groups}>
      {groups.count === 0 ? (
        <span className={classes.quiet}>{words.noGroup}</span>
      ) : (
        <span className={classes.groups}>
          {groups.first.map(({ name }) => name).join(', ')}
          {more > 0 && <span className={classes.quiet}> {words.moreGroups(more)}</span>}
        </span>
      )}
    </Cell>
  )
}

function Until({ of: { until } }: { of: Overseen }) {
  const words = useWords(externalsWords)
  const { language } = useLanguage()
  return (
    <Cell name={words.columns.until}>
      {until ? (
        <span className={classes.day}>{writtenDay(until, new Date(), language)}</span>
      ) : (
        <span className={classes.quiet}>{words.openEnd}</span>
      )}
    </Cell>
  )
}

function Seen({ at }: { at: Date | null }) {
  const words = useWords(externalsWords)
  return at ? <TimeAgo at={at} /> : <span className={classes.quiet}>{words.never}</span>
}

/** What a column says, with the column's name before it where there are no columns, and for screen readers. */
function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.cell}>
      <span className={classes.caption}>{name}:</span>
      {children}
    </div>
  )
}
