import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Unopened } from '../contract.ts'
import { writing } from './api.ts'
import type { Place } from './place.ts'

/** What of this portal the text links to and not everybody who will read it can open, as far as its writer can themselves. */
export function useUnopened({ groupId, tool, audience, laneId }: Place, links: string[]) {
  const cache = useQueryClient()
  const linkIds = links.toSorted()
  const asked = groupId !== null && linkIds.length > 0
  const query = writing.unopened.queryOptions({
    input: asked ? { id: groupId, tool, audience, linkIds, ...(laneId ? { laneId } : {}) } : skipToken,
  })
  const { data } = useQuery(query)
  return {
    things: asked ? (data?.items ?? []) : [],
    /** Waits for the answer where something was linked a moment ago. Where none comes nothing is known: then sending says why. */
    ask: (): Promise<Unopened[]> =>
      asked
        ? cache.ensureQueryData(query).then(
            ({ items }) => items,
            () => [],
          )
        : Promise.resolve([]),
  }
}
