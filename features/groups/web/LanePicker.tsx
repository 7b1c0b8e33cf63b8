import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { IconWorld } from '@tabler/icons-react'
import { useState } from 'react'
import { PersonName } from '#ui/controls/PersonName.tsx'
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
export function LanePicker({ groupId, size, value: lane, onChange }: LanePickerProps) {
  const words = useWords(groupsWords).address
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const { data } = useQuery({
    ...groups.lanes.queryOptions({ input: { id: groupId, limit: 50, ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const lanes = data?.items ?? []
  const byId = new Map(lanes.map((each) => [each.id, each]))
  // One that is answered may have nobody who speaks there any more, or stand further down.
  const answered = lane && !byId.has(lane.id) ? [{ value: lane.id, label: lane.name }] : []
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
        ...lanes.map(({ id, name, company, people }) => ({
          value: id,
          label: company ? words.named({ name, people }) : name,
        })),
      ]}
      value={lane?.id ?? null}
      onChange={(id) => {
        const chosenLane = byId.get(id ?? '')
        if (chosenLane) onChange({ id: chosenLane.id, name: chosenLane.name })
      }}
      onSearchChange={setTyped}
      className={classes.lane ?? ''}
      classNames={{ input: lane ? (classes.outside ?? '') : '' }}
      leftSection={lane && <IconWorld size={15} aria-hidden color="var(--loggia-external)" />}
      renderOption={({ option: { value: id, label } }) => <PersonName person={{ id, name: label, kind: 'external' }} />}
    />
  )
}
