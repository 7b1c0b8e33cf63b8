import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { ColleagueField } from '../../web/ColleagueField.tsx'
import type { NeedsHeir } from '../contract.ts'
import { movingWords } from '../words.ts'
import { NeedsNamed } from './NeedsNamed.tsx'

interface HeirFieldProps {
  /** What needs somebody. */
  needs: NeedsHeir
  /** Whoever goes cannot inherit. */
  besides: string
  value: ShownPerson | null
  onChange: (person: ShownPerson | null) => void
  required?: boolean
  error?: ReactNode
}

/** Chooses the colleague who takes over open tasks and owned groups. */
export function HeirField({ needs, besides, value, onChange, required = false, error }: HeirFieldProps) {
  const words = useWords(movingWords)
  const what = [needs.groups > 0 && words.heir.groups(needs.groups), needs.tasks > 0 && words.heir.tasks(needs.tasks)]
    .filter(Boolean)
    .join(', ')
  return (
    <Stack gap={4}>
      <NeedsNamed needs={needs} />
      <ColleagueField
        label={words.heir.label}
        description={words.heir.needs({ what })}
        besides={besides}
        value={value}
        onChange={onChange}
        required={required}
        error={error}
      />
      <Text size="xs" c="dimmed">
        {words.heir.where}
        {!required && ` ${words.heir.without}`}
      </Text>
    </Stack>
  )
}
