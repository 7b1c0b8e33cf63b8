import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import type { Department } from '../contract.ts'
import { departmentsWords } from '../words.ts'

interface DepartmentFieldProps {
  label: string
  description?: ReactNode
  value: string | null
  onChange: (id: string | null) => void
  /** Whether a department may be chosen; all may where this is left out. */
  offers?: (department: Department) => boolean
  error?: ReactNode
}

/** Chooses a department, or none. */
export function DepartmentField({ label, description, value, onChange, offers, error }: DepartmentFieldProps) {
  const words = useWords(departmentsWords)
  const { data: departments } = useQuery(people.departments.list.queryOptions())
  return (
    <Select
      label={label}
      description={description}
      placeholder={words.choose}
      nothingFoundMessage={words.noMatch}
      searchable
      clearable
      data={(departments?.items ?? [])
        .filter((one) => offers?.(one) ?? true)
        .map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
