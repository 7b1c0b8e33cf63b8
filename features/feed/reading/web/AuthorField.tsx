import { useState } from 'react'
import { useMembers } from '#features/groups/web/door.tsx'
import { usePeople } from '#features/people/web/door.tsx'
import { FilterField } from '#ui/controls/FilterField.tsx'
import { PersonField } from '#ui/controls/PersonField.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../../words.ts'

interface AuthorFieldProps {
  groupId?: string | undefined
  /** The id of whoever is chosen, or nothing. */
  value: string
  onChange: (id: string | undefined) => void
}

/** Narrows a feed to the posts of one person. */
export function AuthorField({ groupId, value, onChange }: AuthorFieldProps) {
  const words = useWords(feedWords)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<ShownPerson | null>(null)
  const members = useMembers(groupId ?? null, typed)
  const everybody = usePeople(groupId ? null : typed)
  const search = groupId ? members : everybody
  // After a reload the address has the id alone; whoever is found by it has a name.
  const person = chosen?.id === value ? chosen : (search.people.find(({ id }) => id === value) ?? null)
  return (
    <FilterField width={120}>
      <PersonField
        clearable
        label={words.show.person}
        placeholder={words.show.anybody}
        search={search}
        onSearch={setTyped}
        value={value ? person : null}
        onChange={(next) => {
          setChosen(next)
          onChange(next?.id)
        }}
      />
    </FilterField>
  )
}
