import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { Dotted } from '#ui/controls/Dotted.tsx'
import { Named } from '#ui/controls/Named.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useMe } from '#ui/me.ts'
import { useStanding } from '#ui/shell/standing.ts'
import { shortDay } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import type { Move } from '../contract.ts'
import { movingWords } from '../words.ts'
import classes from './MoveHistory.module.css'
import { UndoForm } from './UndoForm.tsx'

/** For administrators: when somebody became what, by whom and why, with the way back while there is one. Nothing where nothing happened. */
export function MoveHistory({ personId }: { personId: string }) {
  const words = useWords(movingWords)
  const moves = useQuery(people.moves.queryOptions({ input: { id: personId } }))
  const [asking, setAsking] = useState(false)
  // A profile's name is h1 on a page of its own, h2 over another.
  const Heading = useStanding() === 'page' ? 'h2' : 'h3'
  if (!moves.data || moves.data.items.length === 0) return null
  return (
    <section className={classes.part} aria-label={words.history.title}>
      <Heading className={classes.heading}>{words.history.title}</Heading>
      <ul className={classes.list}>
        {moves.data.items.map((move) => (
          <MoveRow key={move.id} move={move} undo={() => setAsking(true)} />
        ))}
      </ul>
      <Dialog opened={asking} close={() => setAsking(false)} title={words.history.undo}>
        <UndoForm personId={personId} close={() => setAsking(false)} />
      </Dialog>
    </section>
  )
}

function MoveRow({ move, undo }: { move: Move; undo: () => void }) {
  const words = useWords(movingWords)
  const { history } = words
  const { language } = useLanguage()
  const { timeZone } = useMe()
  const { from, to, at, by, heir, reason, undoneAt, undoableUntil } = move
  const what = sayMove(words, from, to)
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={undoneAt ? classes.undone : undefined}>
          {what} · <TimeAgo at={at} />
        </span>
        <span className={classes.quiet}>
          <Dotted>
            {by && <Named person={by}>{history.by({ name: by.name })}</Named>}
            {heir && <Named person={heir}>{history.heir({ name: heir.name })}</Named>}
            {undoneAt && history.undone}
            {reason}
          </Dotted>
        </span>
        {undoableUntil && (
          <span className={classes.quiet}>
            {history.undoUntil({ day: shortDay(undoableUntil, new Date(), language, timeZone) })}
          </span>
        )}
      </div>
      {undoableUntil && (
        <Button size="xs" variant="default" onClick={undo}>
          {history.undo}
        </Button>
      )}
    </li>
  )
}

/** What became of somebody, by what they were before. */
function sayMove({ history, rights }: Spoken, from: Move['from'], to: Move['to']): string {
  if (to === 'administrator') return rights.history.administrator
  if (from === 'administrator') return rights.history.noAdministrator
  if (to === 'freed') return rights.history.freed
  if (from === 'dismissed') return to === 'dismissed' ? rights.history.handedOver : history.rehired
  return history.to[to]
}

type Spoken = ReturnType<typeof useWords<typeof movingWords.en>>
