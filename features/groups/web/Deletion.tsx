import { Button, Progress, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { NotFoundState } from '#ui/controls/NotFoundState.tsx'
import { useMe } from '#ui/me.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Deletion } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import classes from './Deletion.module.css'

const lookAgainAfter = 1_000

/** The groups one has deleted; looked at again while one of them is still going. Nobody from outside owns any. */
function useDeletions() {
  const employee = useMe().kind === 'employee'
  return useQuery({
    ...groups.deletions.queryOptions(),
    enabled: employee,
    refetchInterval: ({ state }) => (state.data?.items.some((one) => !one.finishedAt) ? lookAgainAfter : false),
  })
}

/** Stands where a group would: how far its deletion is for whoever deleted it, and for all others nothing. */
export function Gone({ groupId }: { groupId: string }) {
  const words = useWords(groupsWords).closing.remove
  const { data, isLoading } = useDeletions()
  if (isLoading) return <ListSkeleton rows={2} />
  const deletion = data?.items.find((one) => one.groupId === groupId)
  if (!deletion) return <NotFoundState />
  const { name, finishedAt } = deletion
  return (
    <EmptyState
      icon={IconTrash}
      title={finishedAt ? words.gone({ name }) : words.going({ name })}
      text={finishedAt ? words.goneText : words.goingText}
      act={
        <>
          {!finishedAt && <HowFar deletion={deletion} />}
          <Button component={PageLink} to="/groups" variant="default">
            {words.toGroups}
          </Button>
        </>
      }
    />
  )
}

/** Groups that are still being deleted, above those that are archived. */
export function Deletions() {
  const words = useWords(groupsWords).closing.remove
  const going = useDeletions().data?.items.filter((one) => !one.finishedAt) ?? []
  if (going.length === 0) return null
  return (
    <ul className={classes.list}>
      {going.map((deletion) => (
        <li key={deletion.groupId}>
          <Text size="sm">{words.going({ name: deletion.name })}</Text>
          <HowFar deletion={deletion} />
        </li>
      ))}
    </ul>
  )
}

function HowFar({ deletion: { removed, total } }: { deletion: Deletion }) {
  const words = useWords(groupsWords).closing.remove
  return (
    <Progress
      className={classes.progress ?? ''}
      value={total ? (100 * removed) / total : 0}
      aria-label={words.progress}
      animated
    />
  )
}
