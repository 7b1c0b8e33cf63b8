import { useState, type ReactNode } from 'react'
import { PersonField } from '#ui/controls/PersonField.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { usePeople } from './usePeople.ts'

interface ColleagueFieldProps {
  label: string
  description?: ReactNode
  /** Cannot be chosen. */
  besides?: string
  value: ShownPerson | null
  onChange: (person: ShownPerson | null) => void
  required?: boolean
  /** Whether one can choose nobody again; not where it is required. */
  clearable?: boolean
  error?: ReactNode
}

/** Chooses somebody who works here. */
export function ColleagueField({ besides, required = false, clearable = !required, ...rest }: ColleagueFieldProps) {
  const words = useWords(uiWords)
  const [typed, setTyped] = useState('')
  const search = usePeople(typed, 'employee')
  return (
    <PersonField
      {...rest}
      placeholder={words.chooseColleague}
      required={required}
      clearable={clearable}
      search={{ ...search, people: search.people.filter(({ id }) => id !== besides) }}
      onSearch={setTyped}
    />
  )
}
