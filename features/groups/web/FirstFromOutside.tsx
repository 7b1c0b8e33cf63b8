import { Alert, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '#ui/queries.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { From } from '../contract.ts'
import type { FirstPreview } from '../opening/contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { PastChoice } from './PastChoice.tsx'

/** What is chosen for the first person from outside; `first` is null where there is nothing to choose, or it is not known yet. */
interface ForFirst {
  first: FirstPreview | null
  from: From | undefined
  choose: (from: From) => void
  /** Asks the server now: for whoever acts with one click. */
  ask: () => Promise<FirstPreview | null>
}

/** Asks what the first from outside would see, as soon as it is shown, and holds what is chosen: from now on, unless somebody is on their way already. */
export function useFirstFromOutside(groupId: string, shown: boolean): ForFirst {
  const [chosen, choose] = useState<From | null>(null)
  const options = groups.previewFirst.queryOptions({ input: { id: groupId } })
  // What was asked for by a click is shown right after it, and is not asked for again.
  const { data } = useQuery({ ...options, enabled: shown, staleTime: 2000 })
  const first = (shown && data?.first) || null
  return {
    first,
    from: first ? (chosen ?? (first.expected ? 'everything' : 'now')) : undefined,
    choose,
    ask: async () => (await queries.fetchQuery({ ...options, staleTime: 0 })).first,
  }
}

/** Before the first from outside comes into a group: what of its past they would see, and the choice to keep that for the team (GRP-3). */
export function FirstFromOutside({ first, from, choose }: Omit<ForFirst, 'ask'>) {
  const words = useWords(groupsWords).opening
  if (!first || !from) return null
  return (
    <Alert color="orange" icon={<IconHistory size={18} aria-hidden />} title={words.first.title} mb="md">
      <Stack gap="sm">
        <Text size="sm">{first.expected ? words.first.expected : words.first.text}</Text>
        <PastChoice preview={first} value={from} onChange={choose} />
      </Stack>
    </Alert>
  )
}
