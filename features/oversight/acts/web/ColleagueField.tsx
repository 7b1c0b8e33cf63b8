import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { peopleContract } from '#features/people/contract.ts'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { api } from '#ui/api.ts'
import { useWords } from '#ui/words/useWords.ts'
import { actsWords } from '../words.ts'

const people = api<typeof peopleContract>('people')
const most = 50

interface ColleagueFieldProps {
  value: string | null
  onChange: (id: string | null) => void
  error?: ReactNode
}

/** Chooses somebody who works here; typing asks the server. */
export function ColleagueField({ value, onChange, error }: ColleagueFieldProps) {
  const words = useWords(actsWords)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const { data } = useQuery({
    ...people.list.queryOptions({ input: { limit: most, kind: 'employee', ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const listed = data?.items ?? []
  const chosen = listed.find(({ id }) => id === value)
  return (
    <Select
      label={words.sponsorLabel}
      placeholder={words.sponsorChoose}
      nothingFoundMessage={words.sponsorNobody}
      searchable
      withAsterisk
      data={listed.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      onSearchChange={(text) => setTyped(text === chosen?.name ? '' : text)}
      leftSection={chosen && <PersonAvatar person={chosen} size={22} />}
      error={error}
    />
  )
}
