import { Radio, Stack } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import type { From } from '../contract.ts'
import type { SeenFromOutside } from '../opening/contract.ts'
import { groupsWords } from '../words.ts'

interface PastChoiceProps {
  /** Counted by the server; until then it is said that it counts. */
  preview: Record<'fromNow' | 'everything', SeenFromOutside> | undefined
  value: From
  onChange: (from: From) => void
}

/** Chooses what people from outside find of what was written before, with what they see either way (GRP-3). */
export function PastChoice({ preview, value, onChange }: PastChoiceProps) {
  const words = useWords(groupsWords).opening
  return (
    <Radio.Group
      label={words.past}
      value={value}
      onChange={(chosen) => onChange(chosen === 'everything' ? 'everything' : 'now')}
    >
      <Stack gap={8} mt={8}>
        <Radio value="now" label={words.fromNow} description={<Seen seen={preview?.fromNow} />} />
        <Radio value="everything" label={words.everything} description={<Seen seen={preview?.everything} />} />
      </Stack>
    </Radio.Group>
  )
}

/** What they would see, in numbers. */
function Seen({ seen }: { seen: SeenFromOutside | undefined }) {
  const { opening: words, isolation: counting } = useWords(groupsWords)
  if (!seen) return counting.counting
  const { people, colleagues, posts, comments, tasks } = seen
  const parts = [
    colleagues > 0 && words.colleagues(colleagues),
    people > colleagues && counting.people(people - colleagues),
    posts > 0 && counting.posts(posts),
    comments > 0 && counting.comments(comments),
    tasks > 0 && counting.tasks(tasks),
  ].filter((part) => part !== false)
  return parts.length > 0 ? words.sees({ what: parts.join(', ') }) : words.seesNothing
}
