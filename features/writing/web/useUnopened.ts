import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Unopened } from '../contract.ts'
import { writing } from './api.ts'
import type { Place } from './place.ts'

/** What of this portal the text links to and not everybody who will read it can open, as far as its writer can themselves. */
export function useUnopened({ groupId, threadId, tool, audience, laneId }: Place, links: string[]) {
  const cache = useQueryClient()
  const linkIds = links.toSorted()
  const some = linkIds.length > 0
  const inGroup = some && groupId !== null
  const below = some && groupId === null && threadId !== undefined
  const asked = inGroup || below
  const ofGroup = writing.unopened.queryOptions({
    input: inGroup ? { id: groupId, tool, audience, linkIds, ...(laneId ? { laneId } : {}) } : skipToken,
  })
  const ofThread = writing.unopenedBelow.queryOptions({ input: below ? { id: threadId, linkIds } : skipToken })
  const answers = { inGroup: useQuery(ofGroup), below: useQuery(ofThread) }
  const { data } = inGroup ? answers.inGroup : answers.below
  return {
    things: asked ? (data?.items ?? []) : [],
    /** Waits for the answer where something was linked a moment ago. Where none comes nothing is known: then sending says why. */
    ask: (): Promise<Unopened[]> =>
      asked
        ? (inGroup ? cache.ensureQueryData(ofGroup) : cache.ensureQueryData(ofThread)).then(
            ({ items }) => items,
            () => [],
          )
        : Promise.resolve([]),
  }
}
