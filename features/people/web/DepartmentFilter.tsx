import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '#ui/words/useWords.ts'
import { peopleWords } from '../words.ts'
import { people } from './api.ts'

/** Narrows the directory to one department; an empty value is all of them. Not there while a company has none. */
export function DepartmentFilter({ value, set }: { value: string; set: (id: string) => void }) {
  const words = useWords(peopleWords)
  const { data: departments } = useQuery(people.departments.list.queryOptions())
  if (!departments?.items.length) return null
  return (
    <Select
      aria-label={words.directory.department}
      placeholder={words.directory.allDepartments}
      clearable
      data={departments.items.map(({ id, name, people: count }) => ({
        value: id,
        label: words.directory.withCount(count, { name }),
      }))}
      value={value || null}
      onChange={(chosen) => set(chosen ?? '')}
    />
  )
}
