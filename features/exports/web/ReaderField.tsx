import { useState } from 'react'
import { useMembers } from '#features/groups/web/door.tsx'
import { PersonField } from '#ui/controls/PersonField.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { exportsWords } from '../words.ts'

interface ReaderFieldProps {
  groupId: string
  /** Null is oneself. */
  value: ShownPerson | null
  onChange: (person: ShownPerson | null) => void
}

/** For whom a record is: for oneself, or for somebody from outside who is in the group. */
export function ReaderField({ groupId, ...rest }: ReaderFieldProps) {
  const words = useWords(exportsWords).record
  const [typed, setTyped] = useState('')
  return (
    <PersonField
      {...rest}
      label={words.for}
      description={words.forHint}
      none={words.me}
      search={useMembers(groupId, typed, { kind: 'external' })}
      onSearch={setTyped}
    />
  )
}
