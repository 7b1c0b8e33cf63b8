import { Button, Group, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import { endOfDay } from '#ui/localTime.ts'

interface DeadlineFieldProps {
  /** As the field writes it, in the person's zone; empty for none. */
  value: string
  onChange: (value: string) => void
  label: string
  error?: ReactNode
  /** The label is heard and not seen: it stands beside the field already. */
  bare?: boolean
}

/** Until when, as a date and a time in the person's own zone, with the days that are wanted most. */
export function DeadlineField({ value, onChange, label, error, bare = false }: DeadlineFieldProps) {
  const words = useWords(tasksWords)
  const { timeZone } = useMe()
  const days = [
    [0, words.form.today],
    [1, words.form.tomorrow],
    [7, words.form.nextWeek],
  ] as const
  return (
    <div>
      <TextInput
        type="datetime-local"
        {...(bare ? { 'aria-label': label } : { label })}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
      />
      <Group gap={4} mt={6}>
        {days.map(([inDays, word]) => (
          <Button
            key={inDays}
            size="compact-xs"
            variant="default"
            onClick={() => onChange(endOfDay(inDays, new Date(), timeZone))}
          >
            {word}
          </Button>
        ))}
        {value && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange('')}>
            {words.form.clear}
          </Button>
        )}
      </Group>
    </div>
  )
}
