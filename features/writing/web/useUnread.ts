import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShownPerson } from '#ui/controls/person.ts'
import { writing } from './api.ts'
import type { Place } from './place.ts'

/** Those who are mentioned and will not read it, as far as nobody said yet what becomes of that. */
export function useUnread({ groupId, tool, audience, laneId }: Place, people: ShownPerson[]) {
  const [kept, setKept] = useState<readonly string[]>([])
  const personIds = people.map(({ id }) => id).toSorted()
  const asked = groupId !== null && personIds.length > 0
  const { data } = useQuery(
    writing.reached.queryOptions({
      input: asked && groupId ? { id: groupId, tool, audience, personIds, ...(laneId ? { laneId } : {}) } : skipToken,
    }),
  )
  const missed = data && asked ? people.filter(({ id }) => !data.personIds.includes(id)) : []
  return {
    open: missed.filter(({ id }) => !kept.includes(id)),
    /** Somebody is mentioned who will not read it, and the writer knows. */
    known: missed.length > 0,
    keep: (personId: string) => setKept((before) => [...before, personId]),
    forget: () => setKept([]),
  }
}
