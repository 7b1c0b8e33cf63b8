import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { people } from './api.ts'
import classes from './ColleagueField.module.css'

interface ColleagueFieldProps {
  label: string
  description?: ReactNode
  placeholder: string
  /** What is said when nobody of the name typed is found. */
  nobody: string
  /** Cannot be chosen. */
  besides?: string
  value: ShownPerson | null
  onChange: (person: ShownPerson | null) => void
  required?: boolean
  error?: ReactNode
}

const most = 50

/** Chooses somebody who works here; typing asks the server. */
export function ColleagueField({
  label,
  description,
  placeholder,
  nobody,
  besides,
  value,
  onChange,
  required = false,
  error,
}: ColleagueFieldProps) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim() === value?.name ? '' : typed.trim(), 150)
  const colleagues = useQuery({
    ...people.list.queryOptions({ input: { limit: most, kind: 'employee', ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const found: readonly ShownPerson[] = (colleagues.data?.items ?? []).filter(({ id }) => id !== besides)
  const listed = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found
  const byId = new Map(listed.map((person) => [person.id, person]))
  return (
    <Select
      label={label}
      description={description}
      placeholder={placeholder}
      nothingFoundMessage={nobody}
      searchable
      clearable={!required}
      withAsterisk={required}
      data={listed.map((person) => ({ value: person.id, label: person.name }))}
      filter={({ options }) => options}
      value={value?.id ?? null}
      onChange={(id) => onChange(id ? (byId.get(id) ?? null) : null)}
      onSearchChange={setTyped}
      leftSection={value && <PersonAvatar person={value} size={22} />}
      renderOption={({ option }) => (
        <span className={classes.person}>
          <PersonAvatar person={byId.get(option.value) ?? null} size={26} />
          <PersonName person={byId.get(option.value) ?? null} />
        </span>
      )}
      error={error}
    />
  )
}
