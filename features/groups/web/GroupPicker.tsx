import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { IconWorld } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import classes from './GroupPicker.module.css'
import { useGroup } from './useGroup.ts'

interface GroupPickerProps {
  /** The id of the group that is chosen; empty for none. */
  value: string | null
  onChange: (groupId: string | null, group: Group | null) => void
  label?: string
  /** What stands there while none is chosen. */
  placeholder?: string
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  /** Allows to take the choice back: things that may stand in no group. */
  clearable?: boolean
  disabled?: boolean
  /** Only those that are open to people from outside. */
  only?: 'external'
  /** Only those in which the person may add something in this tool. */
  adds?: Group['tools'][number]['tool']
  /** Only those that the person owns or moderates. */
  keeps?: boolean
  /** What stands there when none can be chosen. */
  nothing?: string
}

const most = 50

/** Chooses one of the person's groups; typing asks the server, so it holds for people of many groups too. */
export function GroupPicker({
  value,
  onChange,
  label,
  clearable = false,
  only,
  adds,
  keeps,
  nothing,
  placeholder,
  ...rest
}: GroupPickerProps) {
  const words = useWords(groupsWords)
  const [typed, setTyped] = useState('')
  const chosen = useGroup(value)
  const [search] = useDebouncedValue(typed.trim() === chosen?.name ? '' : typed.trim(), 150)
  const { data } = useQuery({
    ...groups.list.queryOptions({
      input: {
        mine: true,
        limit: most,
        ...(search ? { search } : {}),
        ...(adds ? { adds } : {}),
        ...(keeps ? { keeps } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const listed = (data?.items ?? []).filter((group) => !only || group.external)
  const known = chosen && !listed.some((group) => group.id === chosen.id) ? [chosen, ...listed] : listed
  const byId = new Map(known.map((group) => [group.id, group]))
  return (
    <Select
      label={label ?? words.pick.label}
      placeholder={placeholder ?? (clearable ? words.pick.none : words.pick.choose)}
      nothingFoundMessage={nothing && !search ? nothing : words.pick.nothing}
      searchable
      clearable={clearable}
      allowDeselect={clearable}
      data={known.map((group) => ({ value: group.id, label: group.name }))}
      filter={({ options }) => options}
      value={value || null}
      onChange={(id) => onChange(id, id ? (byId.get(id) ?? null) : null)}
      onSearchChange={setTyped}
      leftSection={
        chosen?.external ? <IconWorld size={16} aria-hidden color="var(--loggia-external-group)" /> : undefined
      }
      withScrollArea={false}
      classNames={{ options: classes.options ?? '' }}
      renderOption={({ option }) => (
        <GroupName name={option.label} external={byId.get(option.value)?.external ?? false} />
      )}
      {...rest}
    />
  )
}
