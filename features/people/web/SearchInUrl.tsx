import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'

interface SearchInUrlProps {
  label: string
  clear: string
  /** What stands in the address. */
  value: string
  set: (value: string) => void
  className?: string | undefined
}

/** A search field whose text is put into the address once the typing rests. */
export function SearchInUrl({ label, clear, value, set, className }: SearchInUrlProps) {
  const [text, setText] = useState(value)
  const [rested] = useDebouncedValue(text.trim(), 250)
  const put = useEffectEvent((next: string) => {
    if (next !== value) set(next)
  })
  useEffect(() => put(rested), [rested])
  // Cleared or led elsewhere from outside the field.
  useEffect(() => setText((typed) => (typed.trim() === value ? typed : value)), [value])
  return (
    <TextInput
      className={className}
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={clear} onClick={() => setText('')} />}
    />
  )
}
