import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useSections } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { SettingsPart } from './SettingsPart.tsx'
import { ToolRow } from './ToolRow.tsx'

/** Which tools a group has, and who sees, adds and changes what stands in each (GRP-4). Its owner sets them, its moderators read how they are set. */
export function ToolSettings({ group }: { group: Group }) {
  const words = useWords(groupsWords)
  const tabs = useSections().flatMap(({ groupTab }) => (groupTab?.tool ? [{ ...groupTab, tool: groupTab.tool }] : []))
  const { data, error, refetch } = useQuery(groups.tools.queryOptions({ input: { id: group.id } }))
  const rows = tabs
    .toSorted((a, b) => a.order - b.order)
    .flatMap((tab) => (data?.items ?? []).flatMap((set) => (set.tool === tab.tool.name ? [{ tab, set }] : [])))
  return (
    <SettingsPart
      title={words.tools.title}
      text={group.mine === 'owner' ? words.tools.text : `${words.tools.text} ${words.tools.ownerSets}`}
    >
      {!data && !error && <ListSkeleton rows={2} />}
      {!data && error && <ErrorState error={error} retry={() => void refetch()} rules={words.rules} />}
      {rows.map(({ tab, set }) => (
        <ToolRow key={set.tool} group={group} set={set} label={tab.label} tool={tab.tool} />
      ))}
    </SettingsPart>
  )
}
