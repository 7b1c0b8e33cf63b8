import { SegmentedControl, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import classes from './AddressPicker.module.css'
import { useGroup } from './useGroup.ts'

/** For whom in a group something is written: all, the team, or one lane of those who are kept apart. */
export interface Address {
  audience: 'everyone' | 'team'
  laneId?: string
  /** One of them is meant, and it is not said yet which: nothing may be sent. */
  choosing?: true
}

/** What all who are there read. */
export const toEveryone: Address = { audience: 'everyone' }

interface AddressPickerProps {
  groupId: string
  value: Address
  onChange: (address: Address) => void
  /** The name of those who read what it stands below, where that is one lane only. */
  lane?: string | undefined
}

const one = 'one'

/** Chooses whether people from outside read it too, and where they are kept apart, which of them. Shown to those who work here, in external groups. */
export function AddressPicker({ groupId, value, onChange, lane }: AddressPickerProps) {
  const words = useWords(groupsWords).address
  const me = useMe()
  const group = useGroup(groupId)
  if (me.kind !== 'employee' || !group?.external) return null
  const isolated = group.isolation !== undefined && group.isolation !== 'open' && !lane
  const choice = value.choosing || value.laneId ? one : value.audience
  return (
    <div className={classes.choices}>
      <SegmentedControl
        size="xs"
        aria-label={words.label}
        value={choice}
        onChange={(chosen) =>
          onChange(
            chosen === one
              ? { audience: 'everyone', choosing: true }
              : { audience: chosen === 'team' ? 'team' : 'everyone' },
          )
        }
        data={[
          { value: 'everyone', label: lane ?? words.everyone },
          ...(isolated ? [{ value: one, label: group.isolation === 'company' ? words.company : words.person }] : []),
          { value: 'team', label: words.team },
        ]}
      />
      {choice === one && (
        <LanePicker
          groupId={groupId}
          value={value.laneId ?? null}
          onChange={(laneId) => onChange({ audience: 'everyone', laneId })}
        />
      )}
    </div>
  )
}

function LanePicker({
  groupId,
  value,
  onChange,
}: {
  groupId: string
  value: string | null
  onChange: (laneId: string) => void
}) {
  const words = useWords(groupsWords).address
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const { data } = useQuery({
    ...groups.lanes.queryOptions({ input: { id: groupId, limit: 50, ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Select
      size="xs"
      aria-label={words.which}
      placeholder={words.which}
      nothingFoundMessage={words.nobody}
      searchable
      allowDeselect={false}
      data-autofocus
      data={(data?.items ?? []).map(({ id, name, company, people }) => ({
        value: id,
        label: company ? words.named({ name, people }) : name,
      }))}
      value={value}
      onChange={(id) => id && onChange(id)}
      onSearchChange={setTyped}
      className={classes.lane ?? ''}
    />
  )
}

/** What a request says of it. */
export const addressed = ({ audience, laneId }: Address): Omit<Address, 'choosing'> => ({
  audience,
  ...(laneId ? { laneId } : {}),
})
