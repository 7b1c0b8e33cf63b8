import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import classes from './SearchField.module.css'

/** A field to look for names; tells what was typed when the typing rests. */
export function SearchField({
  value,
  onChange,
  label,
}: {
  value: string
  onChange: (text: string) => void
  label: string
}) {
  const words = useWords(groupsWords)
  const [typed, setTyped] = useState(value)
  const tell = useDebouncedCallback((text: string) => onChange(text.trim()), 200)
  const type = (text: string) => {
    setTyped(text)
    tell(text)
  }
  return (
    <TextInput
      className={classes.search}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={typed && <CloseButton size="sm" onClick={() => type('')} aria-label={words.clear} />}
      placeholder={label}
      aria-label={label}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
