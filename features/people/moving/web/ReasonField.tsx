import { Textarea } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import { movingWords } from '../words.ts'

/** Why: kept with the entry for whoever asks later. */
export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const words = useWords(movingWords)
  return (
    <Textarea
      label={words.reason.label}
      description={words.reason.hint}
      maxLength={500}
      autosize
      minRows={2}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
