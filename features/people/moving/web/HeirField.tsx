import { Select, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import { movingWords } from '../words.ts'
import classes from './HeirField.module.css'

interface HeirFieldProps {
  /** How much needs somebody. */
  needs: { tasks: number; groups: number }
  /** Whoever goes cannot inherit. */
  besides: string
  value: ShownPerson | null
  onChange: (person: ShownPerson | null) => void
  required?: boolean
  error?: ReactNode
}

const most = 50

/** Chooses the colleague who takes over open tasks and owned groups; typing asks the server. */
export function HeirField({ needs, besides, value, onChange, required = false, error }: HeirFieldProps) {
  const words = useWords(movingWords)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim() === value?.name ? '' : typed.trim(), 150)
  const colleagues = useQuery({
    ...people.list.queryOptions({ input: { limit: most, kind: 'employee', ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const found: readonly ShownPerson[] = (colleagues.data?.items ?? []).filter(({ id }) => id !== besides)
  const listed = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found
  const what = [needs.groups > 0 && words.heir.groups(needs.groups), needs.tasks > 0 && words.heir.tasks(needs.tasks)]
    .filter(Boolean)
    .join(', ')
  const byId = new Map(listed.map((person) => [person.id, person]))
  return (
    <Stack gap={4}>
      <Select
        label={words.heir.label}
        description={words.heir.needs({ what })}
        placeholder={words.heir.placeholder}
        nothingFoundMessage={words.heir.nobody}
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
      <Text size="xs" c="dimmed">
        {words.heir.where}
        {!required && ` ${words.heir.without}`}
      </Text>
    </Stack>
  )
}
