import { Radio, Stack } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import type { From, MovePreview } from '../contract.ts'
import { movingWords } from '../words.ts'
import { NamedList } from './NamedList.tsx'

interface FirstInGroupsProps {
  first: NonNullable<MovePreview['first']>
  value: From
  onChange: (from: From) => void
}

/** Chooses what somebody finds of the past where they are the first from outside; without a choice it stays with the team (GRP-3). */
export function FirstInGroups({ first: { groups, named, past }, value, onChange }: FirstInGroupsProps) {
  const { first: words } = useWords(movingWords)
  const parts = (['posts', 'comments', 'tasks'] as const).filter((kind) => past[kind] > 0)
  return (
    <Stack gap="xs">
      <NamedList title={words.title(groups)} count={groups} named={named} />
      <Radio.Group
        label={words.past}
        value={value}
        onChange={(chosen) => onChange(chosen === 'everything' ? 'everything' : 'now')}
      >
        <Stack gap={8} mt={8}>
          <Radio value="now" label={words.now} description={words.nowText} />
          <Radio
            value="everything"
            label={words.everything}
            description={words.everythingText({ what: parts.map((kind) => words[kind](past[kind])).join(', ') })}
          />
        </Stack>
      </Radio.Group>
    </Stack>
  )
}
