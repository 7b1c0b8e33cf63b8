import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useGroup, useMembers } from '#features/groups/web/door.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import { people } from './api.ts'
import classes from './PersonPicker.module.css'

interface PersonPickerProps {
  value: ShownPerson | null
  onChange: (person: ShownPerson | null) => void
  /** Only its members can be chosen; without one, whomever the person sees. */
  groupId: string | null
  /** Leaves out people from outside: for what only the team sees. */
  colleaguesOnly?: boolean
  /** Leaves out people from outside who do not read what this one company is told. */
  laneId?: string | undefined
  label: string
  error?: ReactNode
  /** The label is heard and not seen: it stands beside the field already. */
  bare?: boolean
}

const most = 50

/** Chooses who is responsible; typing asks the server, so it holds for groups of thousands too. */
export function PersonPicker({
  value,
  onChange,
  groupId,
  colleaguesOnly = false,
  laneId,
  label,
  error,
  bare = false,
}: PersonPickerProps) {
  const words = useWords(tasksWords)
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // It was put in place of a name, at a press of a button: what is typed next is meant for it.
    if (bare) field.current?.focus()
  }, [bare])
  const [search] = useDebouncedValue(typed.trim() === value?.name ? '' : typed.trim(), 150)
  // Whoever only reads cannot do a task.
  const outsideReads = useGroup(groupId)?.isolation === 'readonly'
  const withoutOutside = colleaguesOnly || outsideReads
  const members = useMembers(groupId, search, {
    sees: 'tasks',
    laneId,
    ...(withoutOutside ? { kind: 'employee' } : {}),
  })
  const directory = useQuery({
    ...people.list.queryOptions({ input: { limit: most, ...(search ? { search } : {}) } }),
    enabled: groupId === null,
    placeholderData: keepPreviousData,
  })
  const found: readonly ShownPerson[] = groupId ? members : (directory.data?.items ?? [])
  const fitting = found.filter((person) => !withoutOutside || person.kind === 'employee')
  const listed = value && !fitting.some((person) => person.id === value.id) ? [value, ...fitting] : fitting
  const byId = new Map(listed.map((person) => [person.id, person]))
  return (
    <Select
      {...(bare ? { 'aria-label': label } : { label })}
      ref={field}
      placeholder={words.form.chooseResponsible}
      nothingFoundMessage={words.form.nobodyFound}
      searchable
      allowDeselect={false}
      data={listed.map((person) => ({ value: person.id, label: person.name }))}
      filter={({ options }) => options}
      value={value?.id ?? null}
      onChange={(id) => onChange(id ? (byId.get(id) ?? null) : null)}
      onSearchChange={setTyped}
      leftSection={value && <PersonAvatar person={value} size={22} />}
      renderOption={({ option }) => {
        const person = byId.get(option.value) ?? null
        return (
          <span className={classes.person}>
            <PersonAvatar person={person} size={26} />
            <PersonName person={person} />
          </span>
        )
      }}
      description={outsideReads && !colleaguesOnly ? words.form.outsideReads : undefined}
      error={error}
    />
  )
}
