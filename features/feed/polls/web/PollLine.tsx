import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { staysHere } from '#ui/controls/staysHere.ts'
import { goTo } from './goTo.ts'
import classes from './PollFields.module.css'

interface PollLineProps {
  label: string
  value: string
  longest: number
  /** It takes the focus when it comes: somebody has just asked for it. */
  comes: boolean
  onChange: (text: string) => void
  /** What Enter does in the last of them. */
  further?: () => void
}

/** One line of a poll as it is written: the question, or an option. Enter goes on to the next, and does not send what is half written. */
export function PollLine({ label, value, longest, comes, onChange, further }: PollLineProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (comes) field.current?.focus()
  }, [comes])
  return (
    <TextInput
      ref={field}
      className={classes.line ?? ''}
      aria-label={label}
      placeholder={label}
      value={value}
      maxLength={longest}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (staysHere(event) && !goTo(event.currentTarget, 1)) further?.()
      }}
    />
  )
}
