import { Button, Group, TextInput } from '@mantine/core'
import { staysHere } from '#ui/controls/staysHere.ts'
import { endOfDay } from '#ui/localTime.ts'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { pollsWords } from '../words.ts'

interface UntilFieldProps {
  /** As the field writes it, in the person's zone; empty for none. */
  value: string
  onChange: (value: string) => void
}

const days = [1, 3, 7]

/** Until when a poll goes on, in the person's own zone; or until somebody ends it. */
export function UntilField({ value, onChange }: UntilFieldProps) {
  const words = useWords(pollsWords).form
  const { timeZone } = useMe()
  return (
    <div>
      <TextInput
        type="datetime-local"
        label={words.until}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={staysHere}
      />
      <Group gap={4} mt={6}>
        {days.map((inDays) => (
          <Button
            key={inDays}
            size="compact-xs"
            variant="default"
            onClick={() => onChange(endOfDay(inDays, new Date(), timeZone))}
          >
            {words.inDays(inDays)}
          </Button>
        ))}
        {value && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange('')}>
            {words.open}
          </Button>
        )}
      </Group>
    </div>
  )
}
