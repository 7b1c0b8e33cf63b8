import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState, type Ref } from 'react'

interface SearchInUrlProps {
  label: string
  clear: string
  /** What stands in the address. */
  value: string
  set: (value: string) => void
  className?: string | undefined
  /** As low as the filters beside it. */
  size?: 'xs'
  /** Letters. */
  longest?: number
  ref?: Ref<HTMLInputElement>
}

const rest = 250

/** A search field whose text is put into the address once the typing rests. */
export function SearchInUrl({ label, clear, value, set, className, size, longest, ref }: SearchInUrlProps) {
  const [text, setText] = useState(value)
  const [sent, setSent] = useState(value)
  // The address was changed by something else: going back, another link.
  if (value !== sent) {
    setSent(value)
    setText(value)
  }
  const put = (next: string) => {
    setSent(next)
    set(next)
  }
  const putLater = useDebouncedCallback(put, rest)
  return (
    <TextInput
      ref={ref}
      className={className}
      size={size}
      maxLength={longest}
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={({ currentTarget: { value: typed } }) => {
        setText(typed)
        putLater(typed.trim())
      }}
      leftSection={<IconSearch size={size ? 14 : 16} aria-hidden />}
      rightSection={
        text && (
          <CloseButton
            size="sm"
            aria-label={clear}
            onClick={() => {
              putLater.cancel()
              setText('')
              put('')
            }}
          />
        )
      }
    />
  )
}
