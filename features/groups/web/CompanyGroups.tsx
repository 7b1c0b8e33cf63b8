import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { GroupList } from './GroupList.tsx'

const most = 100

/** The groups in which the reader meets people of a company. */
export function CompanyGroups({ companyId }: { companyId: string }) {
  const words = useWords(groupsWords)
  const list = useQuery(groups.list.queryOptions({ input: { companyId, limit: most } }))
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <ListSkeleton rows={2} />
  if (list.data.items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.noneWithCompany}
      </Text>
    )
  return <GroupList items={list.data.items} />
}
