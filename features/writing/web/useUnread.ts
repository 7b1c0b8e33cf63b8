import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShownPerson } from '#ui/controls/person.ts'
import { writing } from './api.ts'
import type { Place } from './place.ts'
import { useUnopened } from './useUnopened.ts'

/**
 * What of a text will not reach its readers, as far as its writer did not say yet what becomes of that: those who are mentioned and will not read it,
 * and what is linked and not all who read it can open.
 */
export function useUnread(place: Place, people: ShownPerson[], linkIds: string[]) {
  const { groupId, tool, audience, laneId } = place
  const [kept, setKept] = useState<readonly string[]>([])
  const personIds = people.map(({ id }) => id).toSorted()
  const asked = groupId !== null && personIds.length > 0
  const { data } = useQuery(
    writing.reached.queryOptions({
      input: asked && groupId ? { id: groupId, tool, audience, personIds, ...(laneId ? { laneId } : {}) } : skipToken,
    }),
  )
  const missed = data && asked ? people.filter(({ id }) => !data.personIds.includes(id)) : []
  const unopened = useUnopened(place, linkIds)
  const undecided = <Thing extends { id: string }>(things: Thing[]) => things.filter(({ id }) => !kept.includes(id))
  return {
    open: undecided(missed),
    /** What is linked and not everybody can open. */
    links: undecided(unopened.things),
    /** The same with what was linked a moment ago. */
    askLinks: async () => undecided(await unopened.ask()),
    /** Somebody is mentioned who will not read it, and the writer knows. */
    known: missed.length > 0,
    keep: (id: string) => setKept((before) => [...before, id]),
    forget: () => setKept([]),
  }
}
