import { usePeople } from '#features/people/web/door.tsx'
import type { PeopleSearch } from '#ui/controls/person.ts'
import type { Chosen } from '../../addressing/web/chosen.ts'

/** Colleagues to choose from where a post is addressed to a mix: those named where people alone are, else all; who of them does not read it the server says. */
export function useAddressed(chosen: readonly Chosen[] | null, typed: string): PeopleSearch {
  const named = (chosen ?? []).flatMap((one) => (one.kind === 'person' ? [one.person] : []))
  const byName = chosen !== null && named.length === chosen.length
  const found = usePeople(chosen && (!byName || typed) ? typed : null, 'employee')
  if (!byName) return found
  const ids = new Set(found.people.map(({ id }) => id))
  return { ...found, people: typed ? named.filter(({ id }) => ids.has(id)) : named }
}
