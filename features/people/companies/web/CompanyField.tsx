import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { queries } from '#ui/queries.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import { companiesWords } from '../words.ts'

/** A company as a field holds it. */
export interface ChosenCompany {
  id: string
  name: string
}

interface CompanyFieldProps {
  label: ReactNode
  description?: ReactNode
  value: ChosenCompany | null
  onChange: (company: ChosenCompany | null) => void
  /** Not offered: a company is not merged into itself. */
  besides?: string
  /** Only what there is: no company is added from here. */
  known?: boolean
  error?: ReactNode
}

const most = 30
const toAdd = 'add'

/** Chooses a company for an administrator; typing asks the server, and a name that nobody has yet can be added on the way. */
export function CompanyField({
  label,
  description,
  value,
  onChange,
  besides,
  known = false,
  error,
}: CompanyFieldProps) {
  const words = useWords(companiesWords)
  const [typed, setTyped] = useState('')
  const name = typed.trim() === value?.name ? '' : typed.trim()
  const [search] = useDebouncedValue(name, 150)
  const list = useQuery({
    ...people.companies.list.queryOptions({ input: { limit: most, ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const add = useMutation({
    ...people.companies.create.mutationOptions(),
    onSuccess(company) {
      onChange(company)
      void queries.invalidateQueries({ queryKey: people.companies.key() })
    },
  })
  const found: readonly ChosenCompany[] = (list.data?.items ?? []).filter(({ id }) => id !== besides)
  const listed = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found
  const isNew = !known && name !== '' && !listed.some((one) => one.name.toLowerCase() === name.toLowerCase())
  return (
    <Select
      label={label}
      description={description}
      placeholder={words.choose}
      nothingFoundMessage={words.noMatch}
      searchable
      clearable={!known}
      data={[
        ...listed.map((company) => ({ value: company.id, label: company.name })),
        ...(isNew ? [{ value: toAdd, label: words.addNamed({ name }) }] : []),
      ]}
      filter={({ options }) => options}
      value={value?.id ?? null}
      onChange={(id) => {
        if (id === toAdd) add.mutate({ name })
        else onChange(listed.find((company) => company.id === id) ?? null)
      }}
      onSearchChange={setTyped}
      disabled={add.isPending}
      error={error}
    />
  )
}
