import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import { writing } from './api.ts'
import type { Place } from './place.ts'
import { useUnopened } from './useUnopened.ts'

/**
 * What of a text will not reach its readers, as far as its writer did not say yet what becomes of that: those who are mentioned and will not read it,
 * and what is linked and not all who read it can open. `decided` stood there before, as whoever wrote it wanted.
 */
export function useUnread(place: Place, people: ShownPerson[], linkIds: string[], decided: readonly string[] = []) {
  const words = useWords(writingWords)
  const { groupId, tool, audience, laneId } = place
  const [kept, setKept] = useState<readonly string[]>(decided)
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
    /** What is to be said first, as a sentence; also of what was linked a moment ago. */
    async decideFirst(): Promise<string | null> {
      if (undecided(missed).length > 0) return words.decideFirst
      return undecided(await unopened.ask()).length > 0 ? words.link.decideFirst : null
    },
    /** Something of it will not reach its readers, and the writer knows. */
    known: missed.length > 0 || unopened.things.length > 0,
    keep: (id: string) => setKept((before) => [...before, id]),
    forget: () => setKept([]),
  }
}
