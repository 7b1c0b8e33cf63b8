import { Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { queries } from '#ui/queries.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Separation } from '../isolation/contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import classes from './IsolationField.module.css'

const lookAgainAfter = 1_000

/** How far keeping people apart in a group has come; null when it is not under way. When it ends everything is asked again. */
export function useSeparation(groupId: string): Separation | null {
  const { data } = useQuery({
    ...groups.separation.queryOptions({ input: { id: groupId } }),
    refetchInterval: ({ state }) => (state.data?.going ? lookAgainAfter : false),
  })
  const going = data?.going ?? null
  const went = useRef(false)
  useEffect(() => {
    if (went.current && !going) void queries.invalidateQueries()
    went.current = going !== null
  }, [going])
  return going
}

/** Stands in place of the choice while a large group is being separated. */
export function SeparationGoing({ going, name }: { going: Separation; name: string }) {
  const words = useWords(groupsWords).isolation
  const { moved, total } = going
  return (
    <Stack gap={6} className={classes.going ?? ''}>
      <Text size="sm" fw={600} role="status">
        {words.going({ name })}
      </Text>
      <Progress value={total ? (100 * moved) / total : 0} aria-label={words.progress} animated />
      <Text size="sm" c="dimmed">
        {words.goingText}
      </Text>
    </Stack>
  )
}
