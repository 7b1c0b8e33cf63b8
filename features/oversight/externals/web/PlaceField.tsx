import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { oversight } from '../../web/api.ts'
import { externalsWords } from '../words.ts'

interface PlaceFieldProps {
  kind: 'company' | 'group'
  /** Above the field; left out where the list is narrowed, and the words stand in it. */
  label?: string
  /** What stands in the field where one has to be chosen. */
  mustChoose?: string
  value: string | undefined
  onChange: (id: string | null) => void
  className?: string | undefined
}

/** Chooses a company or a group that people from outside can be in; typing asks the server. */
export function PlaceField({ kind, label, mustChoose, value, onChange, className }: PlaceFieldProps) {
  const words = useWords(externalsWords)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const { data } = useQuery({
    ...oversight.externals.places.queryOptions({
      input: { kind, ...(search ? { search } : {}), ...(value ? { besides: value } : {}) },
    }),
    placeholderData: keepPreviousData,
  })
  const places = data?.items ?? []
  const chosen = places.find(({ id }) => id === value)?.name
  return (
    <Select
      className={className ?? ''}
      {...(label ? { label } : { 'aria-label': words.any[kind] })}
      placeholder={mustChoose ?? words.any[kind]}
      withAsterisk={mustChoose !== undefined}
      nothingFoundMessage={words.nothing}
      searchable
      clearable
      data={places.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={chosen ? (value ?? null) : null}
      onChange={onChange}
      // What stands in the field because it was chosen is no search.
      onSearchChange={(text) => setTyped(text === chosen ? '' : text)}
    />
  )
}
