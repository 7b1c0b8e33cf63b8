import { Stack } from '@mantine/core'
import { RuleLine, useGroup, useTool } from '#features/groups/web/door.tsx'
import { RefusedState } from '#ui/controls/RefusedState.tsx'
import type { GroupTabProps } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import { TaskBrowser } from './TaskBrowser.tsx'

/** The tasks of one group. An employee who found the group but is not in it reads how to get in. */
export function GroupTasks({ groupId, archived }: GroupTabProps) {
  const words = useWords(tasksWords)
  const group = useGroup(groupId)
  const { rule } = useTool(groupId, 'tasks')
  if (group && group.mine === null) return <RefusedState text={words.members} />
  return (
    <Stack gap="md">
      {!archived && rule && <RuleLine>{words.rules[rule]}</RuleLine>}
      <div>
        <TaskBrowser groupId={groupId} closed={archived || rule !== null} />
      </div>
    </Stack>
  )
}
