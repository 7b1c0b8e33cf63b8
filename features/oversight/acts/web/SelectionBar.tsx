import { Button, CloseButton } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { ActKind, AskedAct } from '../contract.ts'
import { actsWords } from '../words.ts'
import { ActForm } from './ActForm.tsx'
import classes from './SelectionBar.module.css'

interface SelectionBarProps {
  /** How many are chosen. */
  count: number
  /** How many match, where all of them can be chosen at once and are not yet. */
  all: number | null
  chooseAll: () => void
  whom: Pick<AskedAct, 'ids' | 'matching'>
  clear: () => void
}

const kinds = ['extend', 'sponsor', 'remove', 'dismiss'] as const

/** Stands at the foot of the list while somebody is chosen: how many, and what can be done with them. */
export function SelectionBar({ count, all, chooseAll, whom, clear }: SelectionBarProps) {
  const words = useWords(actsWords)
  const { administrator } = useMe()
  const [kind, setKind] = useState<ActKind | null>(null)
  return (
    <div role="region" aria-label={words.chosenLabel} className={classes.bar}>
      <CloseButton onClick={clear} aria-label={words.clear} />
      <span role="status" className={classes.count}>
        {words.chosen(count)}
      </span>
      {all !== null && all > count && (
        <Button variant="subtle" size="xs" onClick={chooseAll}>
          {words.chooseAll(all)}
        </Button>
      )}
      <span className={classes.acts}>
        {kinds
          .filter((one) => one !== 'dismiss' || administrator)
          .map((one) => (
            <Button
              key={one}
              size="xs"
              variant="default"
              onClick={() => setKind(one)}
              {...(one === 'dismiss' ? { c: 'red' } : {})}
            >
              {words.act[one]}
            </Button>
          ))}
      </span>
      <Dialog opened={kind !== null} close={() => setKind(null)} title={kind ? words.title[kind](count) : ''}>
        {kind && <ActForm kind={kind} whom={whom} close={() => setKind(null)} started={clear} />}
      </Dialog>
    </div>
  )
}
