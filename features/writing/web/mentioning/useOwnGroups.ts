import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { groups } from '../api.ts'

/** Groups that the person is in and whose names hold what was typed. */
export function useOwnGroups(typed: string, limit: number): { id: string; name: string; external: boolean }[] {
  const search = typed.trim()
  const { data } = useQuery({
    ...groups.list.queryOptions({ input: { mine: true, limit, ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  })
  return (data?.items ?? [])
    .filter((group) => group.name.toLowerCase().includes(search.toLowerCase()))
    .map((group) => ({ id: group.id, name: group.name, external: group.external }))
}
