import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { Person } from '#platform/contract.ts'
import { groups } from './api.ts'

const most = 50

/** Members of a group whose names hold `search`: what a picker of its people lists. */
export function useMembers(groupId: string | null, search = ''): Person[] {
  const { data } = useQuery({
    ...groups.members.queryOptions({
      input: groupId ? { id: groupId, limit: most, ...(search ? { search } : {}) } : skipToken,
    }),
    placeholderData: keepPreviousData,
  })
  return data?.items.map((member) => member.person) ?? []
}
