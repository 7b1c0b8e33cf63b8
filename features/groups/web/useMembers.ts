import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { Person } from '#platform/contract.ts'
import { groups } from './api.ts'

const most = 50

/** Members of a group whose names hold `search`, all or those of a kind: what a picker of its people lists. */
export function useMembers(groupId: string | null, search = '', kind?: Person['kind']): Person[] {
  const { data } = useQuery({
    ...groups.members.queryOptions({
      input: groupId
        ? { id: groupId, limit: most, ...(search ? { search } : {}), ...(kind ? { kind } : {}) }
        : skipToken,
    }),
    placeholderData: keepPreviousData,
  })
  return data?.items.map((member) => member.person) ?? []
}
