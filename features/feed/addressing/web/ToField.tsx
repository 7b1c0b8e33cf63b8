import { Button, MultiSelect, Pill } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { staysHere } from '#ui/controls/staysHere.ts'
import { useClosingList } from '#ui/controls/useClosingList.ts'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { addressingWords } from '../words.ts'
import { AddresseeName, nameOf } from './AddresseeName.tsx'
import type { Chosen, ChosenGroup } from './chosen.ts'
import classes from './ToField.module.css'
import { useAddressees } from './useAddressees.ts'

interface ToFieldProps {
  value: readonly Chosen[]
  onChange: (chosen: Chosen[]) => void
  /** The group whose page this is: it stays. */
  fixed?: string | undefined
  inFocus?: boolean
}

/** A pause in typing, in milliseconds, after which the server is asked. */
const typingPause = 150

/** Whom a post is for: groups, departments, people, everyone who works here, in any mix. Typing searches, Backspace takes the last one out. */
export function ToField({ value, onChange, fixed, inFocus = false }: ToFieldProps) {
  const words = useWords(addressingWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const [typed, setTyped] = useState('')
  const [asking, setAsking] = useState(inFocus)
  const { opened, list } = useClosingList(() => setAsking(true))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (inFocus) field.current?.focus()
  }, [inFocus])
  const ask = useDebouncedCallback((text: string) => setTyped(text.trim()), typingPause)
  const found = useAddressees(typed, asking)
  const everyone: Chosen[] =
    found.everyone && words.everyone.toLowerCase().includes(typed.toLowerCase())
      ? [{ kind: 'everyone', id: 'everyone' }]
      : []
  const byKey = new Map(
    [...everyone, ...found.groups, ...found.departments, ...found.people, ...value].map((one) => [keyOf(one), one]),
  )
  const optionsOf = (all: readonly Chosen[]) =>
    [...new Set(all.map(keyOf))].map((key) => ({ value: key, label: nameOf(byKey.get(key), words) }))
  const section = (group: string, all: readonly Chosen[]) => ({ group, items: optionsOf(all) })
  const chosenOf = (kind: Chosen['kind']) => value.filter((one) => one.kind === kind)
  const problem = found.error ? sentenceOf(found.error, shared) : null
  const change = (keys: string[]) => {
    const kept = value.filter((one) => one.kind === 'group' && one.id === fixed)
    const next = keys.flatMap((key) => byKey.get(key) ?? [])
    onChange([...kept.filter((one) => !next.includes(one)), ...next])
  }
  const apart =
    value.length > 1
      ? value.find((one): one is ChosenGroup => one.kind === 'group' && one.apart && !one.team)
      : undefined
  return (
    <div className={classes.field}>
      <div className={classes.row}>
        <span className={classes.label} aria-hidden>
          {words.to}
        </span>
        <MultiSelect
          ref={field}
          size="xs"
          aria-label={words.to}
          className={classes.input ?? ''}
          placeholder={value.length > 0 ? '' : me.kind === 'employee' ? words.choose : words.chooseOutside}
          searchable
          hidePickedOptions
          data={[
            ...optionsOf([...everyone, ...chosenOf('everyone')]),
            ...[
              section(words.groups, [...found.groups, ...chosenOf('group')]),
              section(words.departments, [...found.departments, ...chosenOf('department')]),
              section(words.people, [...found.people, ...chosenOf('person')]),
            ].filter(({ items }) => items.length > 0),
          ]}
          filter={({ options }) => options}
          value={value.map(keyOf)}
          onChange={change}
          onSearchChange={ask}
          onKeyDown={staysHere}
          {...list}
          classNames={{ options: classes.options ?? '', inputField: classes.typed ?? '' }}
          loading={opened && found.isFetching}
          withScrollArea={false}
          nothingFoundMessage={found.isFetching ? shared.search.looking : words.nobody}
          renderOption={({ option }) => <AddresseeName one={byKey.get(option.value)} />}
          renderPill={({ value: key, onRemove }) => {
            const one = byKey.get(String(key))
            return (
              <Pill
                withRemoveButton={one?.id !== fixed}
                onRemove={onRemove}
                className={classes.pill ?? ''}
                removeButtonProps={{ 'aria-label': words.remove({ name: nameOf(one, words) }) }}
              >
                <AddresseeName one={one} small />
              </Pill>
            )
          }}
          error={problem}
        />
      </div>
      {apart && (
        <div className={classes.apart} role="status">
          {words.apart({ name: apart.group.name })}{' '}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange(value.map((one) => (one === apart ? { ...apart, team: true } : one)))}
          >
            {words.toTeam}
          </Button>
        </div>
      )}
    </div>
  )
}

const keyOf = ({ kind, id }: Chosen): string => `${kind} ${id}`
