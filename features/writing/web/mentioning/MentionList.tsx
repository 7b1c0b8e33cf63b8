import { Paper, Portal } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import { useMembers } from '#features/groups/web/door.tsx'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { PersonOption } from '#ui/controls/PersonOption.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../../words.ts'
import type { Place } from '../place.ts'
import type { Asked } from './asked.ts'
import type { Keys } from './keys.ts'
import classes from './MentionList.module.css'
import { useOwnGroups } from './useOwnGroups.ts'

interface MentionListProps {
  asked: Asked
  place: Place
  /** Where keys come from while it is open. */
  keys: Keys
  /** The text itself, which has the focus all the while. */
  field: HTMLElement
  /** Where no group can be mentioned. */
  peopleOnly?: boolean
}

const most = { people: 7, groups: 3 }

/** Whom one can mention: those alone who will read what is being written, and groups that one is in. */
export function MentionList({ asked, place, keys, field, peopleOnly = false }: MentionListProps) {
  const words = useWords(writingWords)
  const me = useMe()
  const list = useId()
  const [at, setAt] = useState({ typed: asked.typed, row: 0 })
  const row = at.typed === asked.typed ? at.row : 0
  const members = useMembers(place.groupId, asked.typed, {
    sees: place.tool,
    laneId: place.laneId,
    ...(place.audience === 'team' ? { kind: 'employee' as const } : {}),
  })
  // Whoever types fast must not mention somebody whom an earlier answer found.
  const typed = asked.typed.toLowerCase()
  const people = (place.groupId === null ? (place.people ?? []) : members.people)
    .flatMap((person) => (person.id !== me.id && person.name.toLowerCase().includes(typed) ? [person] : []))
    .slice(0, most.people)
  const groups = useOwnGroups(asked.typed, most.groups)
  const options = [
    ...people.map((person) => ({ type: 'person' as const, id: person.id, shown: person })),
    ...(peopleOnly ? [] : groups).map((group) => ({ type: 'group' as const, id: group.id, shown: group })),
  ]
  useEffect(() => {
    keys.hear((event) => {
      const chosen = options[row]
      if (!chosen) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) setAt({ typed: asked.typed, row: (row + step + options.length) % options.length })
      else if (event.key === 'Tab' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey)) asked.choose(chosen)
      else return false
      return true
    })
    return () => keys.hear(() => false)
  })
  const active = options.length > 0 ? `${list}-${row}` : null
  useEffect(() => {
    if (active) field.setAttribute('aria-activedescendant', active)
    field.setAttribute('aria-controls', list)
    return () => {
      field.removeAttribute('aria-activedescendant')
      field.removeAttribute('aria-controls')
    }
  }, [field, list, active])
  if (!asked.at) return null
  const quiet = options.length === 0 && members.isFetching
  return (
    <Portal>
      {/* It stands at the end of the page, where those who go from part to part find it by its name. */}
      <section aria-label={words.mentions}>
        <Paper
          id={list}
          role="listbox"
          aria-label={words.mentions}
          shadow="md"
          withBorder
          className={classes.list ?? ''}
          style={placeBelow(asked.at)}
        >
          {options.map((option, index) => (
            <div
              key={option.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === row}
              className={classes.option}
              // The text keeps the focus.
              onPointerDown={(event) => {
                event.preventDefault()
                asked.choose(option)
              }}
            >
              {option.type === 'person' ? <PersonOption person={option.shown} /> : <GroupName {...option.shown} />}
            </div>
          ))}
          {options.length === 0 && !quiet && (
            <div role="option" aria-selected={false} aria-disabled className={classes.nobody}>
              {words.nobody}
            </div>
          )}
        </Paper>
      </section>
    </Portal>
  )
}

const width = 300
const height = 330

/** Below the "@", or above it where there is no room; never over the edge of a phone. */
function placeBelow({ left, top, bottom }: DOMRect) {
  const x = Math.max(8, Math.min(left, window.innerWidth - width - 8))
  return bottom + height > window.innerHeight && top > height
    ? { left: x, bottom: window.innerHeight - top + 4 }
    : { left: x, top: bottom + 4 }
}
