import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import classes from './AddressPicker.module.css'
import { groups } from './api.ts'
import type { Address } from './useAddressing.ts'

type Lane = NonNullable<Address['lane']>

interface LanePickerProps {
  groupId: string
  size: 'xs' | 'sm'
  value: Lane | null
  onChange: (lane: Lane) => void
}

/** Chooses one of those who are kept apart in a group; typing asks the server. */
export function LanePicker({ groupId, size, value, onChange }: LanePickerProps) {
  const words = useWords(groupsWords).address
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const { data } = useQuery({
    ...groups.lanes.queryOptions({ input: { id: groupId, limit: 50, ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const listed = data?.items ?? []
  // One that is answered may have nobody who speaks there any more, or stand further down.
  const answered = value && !listed.some(({ id }) => id === value.id) ? [{ value: value.id, label: value.name }] : []
  return (
    <Select
      size={size}
      aria-label={words.which}
      placeholder={words.which}
      nothingFoundMessage={words.nobody}
      searchable
      allowDeselect={false}
      data-autofocus
      data={[
        ...answered,
        ...listed.map(({ id, name, company, people }) => ({
          value: id,
          label: company ? words.named({ name, people }) : name,
        })),
      ]}
      value={value?.id ?? null}
      onChange={(id) => {
        const lane = listed.find((each) => each.id === id)
        if (lane) onChange({ id: lane.id, name: lane.name })
      }}
      onSearchChange={setTyped}
      className={classes.lane ?? ''}
    />
  )
}
