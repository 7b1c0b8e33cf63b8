import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useMembers } from '#features/groups/web/door.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { exportsWords } from '../words.ts'
import classes from './RecordPart.module.css'

interface ReaderPickerProps {
  groupId: string
  /** Null is oneself. */
  value: ShownPerson | null
  onChange: (person: ShownPerson | null) => void
}

const oneself = 'me'

/** For whom a record is: for oneself, or for somebody from outside who is in the group. Typing asks the server. */
export function ReaderPicker({ groupId, value, onChange }: ReaderPickerProps) {
  const words = useWords(exportsWords).record
  const shown = value?.name ?? words.me
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim() === shown ? '' : typed.trim(), 150)
  const found: readonly ShownPerson[] = useMembers(groupId, search, { kind: 'external' })
  const listed = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found
  const byId = new Map(listed.map((person) => [person.id, person]))
  return (
    <Select
      label={words.for}
      description={words.forHint}
      nothingFoundMessage={words.nobodyFound}
      searchable
      allowDeselect={false}
      data={[{ value: oneself, label: words.me }, ...listed.map(({ id, name }) => ({ value: id, label: name }))]}
      filter={({ options }) => options}
      value={value?.id ?? oneself}
      onChange={(id) => onChange(byId.get(id ?? '') ?? null)}
      onSearchChange={setTyped}
      leftSection={value && <PersonAvatar person={value} size={22} />}
      classNames={{ input: value?.kind === 'external' ? (classes.outside ?? '') : '' }}
      renderOption={({ option }) => {
        const person = byId.get(option.value)
        if (!person) return option.label
        return (
          <span className={classes.person}>
            <PersonAvatar person={person} size={26} />
            <PersonName person={person} />
          </span>
        )
      }}
    />
  )
}
