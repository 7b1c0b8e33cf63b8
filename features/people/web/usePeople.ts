import { keepPreviousData, skipToken, useQueries } from '@tanstack/react-query'
import type { PeopleSearch, ShownPerson } from '#ui/controls/person.ts'
import { people } from './api.ts'

const most = 50
const both = ['employee', 'external'] as const

/** People whose names hold `search`, of one kind or all whom one sees, colleagues first: what a field lists; null asks for nobody. */
export function usePeople(search: string | null, kind?: ShownPerson['kind']): PeopleSearch {
  const asked = useQueries({
    queries: (kind ? [kind] : both).map((one) => ({
      ...people.list.queryOptions({
        input: search === null ? skipToken : { limit: most, kind: one, ...(search ? { search } : {}) },
      }),
      placeholderData: keepPreviousData,
    })),
  })
  return {
    people: asked.flatMap(({ data }) => data?.items ?? []),
    isFetching: asked.some(({ isFetching }) => isFetching),
    error: asked.find(({ error }) => error)?.error ?? null,
    again: () => asked.forEach(({ refetch }) => void refetch()),
  }
}
