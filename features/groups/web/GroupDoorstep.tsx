import { Button } from '@mantine/core'
import { IconDoorEnter } from '@tabler/icons-react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { RefusedState } from '#ui/controls/RefusedState.tsx'
import { Suspense } from 'react'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useSections } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { useJoin } from './useJoin.ts'

/** What stands in a group for an employee who found it and is not in it: the way in, or who opens it. */
export function GroupDoorstep({ group }: { group: Group }) {
  const words = useWords(groupsWords)
  const join = useJoin(group.id)
  const { groupDoorstep: Doorstep } = useSections().find((section) => section.groupDoorstep) ?? {}
  if (group.visibility === 'closed' && Doorstep)
    return (
      <Suspense fallback={<ListSkeleton rows={2} />}>
        <Doorstep groupId={group.id} />
      </Suspense>
    )
  if (group.visibility !== 'open') return <RefusedState text={words.page.closedToYou} />
  return (
    <EmptyState
      icon={IconDoorEnter}
      {...words.page.openToYou}
      act={
        <Button loading={join.isPending} onClick={() => join.mutate({ id: group.id })}>
          {words.joinGroup({ name: group.name })}
        </Button>
      }
    />
  )
}
