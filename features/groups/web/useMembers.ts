import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { PeopleSearch, ShownPerson } from '#ui/controls/person.ts'
import type { Group } from '../contract.ts'
import { groups } from './api.ts'

const most = 50

/** Which of them: those of a kind, those who see a tool there, those who read what one company is told. */
interface Which {
  kind?: ShownPerson['kind']
  sees?: Group['tools'][number]['tool']
  laneId?: string | undefined
}

/** Members of a group whose names hold `search`: what a field that chooses among its people lists. */
export function useMembers(groupId: string | null, search = '', { laneId, ...which }: Which = {}): PeopleSearch {
  const { data, isFetching, error, refetch } = useQuery({
    ...groups.members.queryOptions({
      input: groupId
        ? { id: groupId, limit: most, ...(search ? { search } : {}), ...(laneId ? { laneId } : {}), ...which }
        : skipToken,
    }),
    placeholderData: keepPreviousData,
  })
  return { people: data?.items.map((member) => member.person) ?? [], isFetching, error, again: refetch }
}
