import { skipToken, useQuery } from '@tanstack/react-query'
import type { Group } from '../contract.ts'
import { groups } from './api.ts'

/** A group by its id, as soon as it is here; nothing while it is not, or for nobody's. */
export function useGroup(id: string | null): Group | undefined {
  const { data } = useQuery(groups.get.queryOptions({ input: id ? { id } : skipToken }))
  return data
}
