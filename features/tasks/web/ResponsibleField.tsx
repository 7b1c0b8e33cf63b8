import { useState, type ReactNode } from 'react'
import { useGroup, useMembers } from '#features/groups/web/door.tsx'
import { usePeople } from '#features/people/web/door.tsx'
import { PersonField } from '#ui/controls/PersonField.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'

interface ResponsibleFieldProps {
  value: ShownPerson | null
  onChange: (person: ShownPerson | null) => void
  /** Only its members can be chosen; without one, whomever the person sees. */
  groupId: string | null
  /** Leaves out people from outside: for what only the team sees. */
  colleaguesOnly?: boolean
  /** Leaves out people from outside who do not read what this one company is told. */
  laneId?: string | undefined
  label: string
  error?: ReactNode
  bare?: boolean
}

/** Chooses who is responsible. */
export function ResponsibleField({ groupId, colleaguesOnly = false, laneId, ...rest }: ResponsibleFieldProps) {
  const words = useWords(tasksWords)
  const [typed, setTyped] = useState('')
  // Whoever only reads cannot do a task.
  const outsideReads = useGroup(groupId)?.isolation === 'readonly'
  const withoutOutside = colleaguesOnly || outsideReads
  const kind = withoutOutside ? 'employee' : undefined
  const members = useMembers(groupId, typed, { sees: 'tasks', laneId, ...(kind ? { kind } : {}) })
  const everybody = usePeople(groupId ? null : typed, kind)
  const search = groupId ? members : everybody
  // What was found before is kept while it is asked anew, and may hold people from outside still.
  const people = search.people.filter((person) => !withoutOutside || person.kind === 'employee')
  return (
    <PersonField
      {...rest}
      placeholder={words.form.chooseResponsible}
      description={outsideReads && !colleaguesOnly ? words.form.outsideReads : undefined}
      search={{ ...search, people }}
      onSearch={setTyped}
    />
  )
}
