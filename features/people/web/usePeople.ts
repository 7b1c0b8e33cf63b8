import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { PeopleSearch, ShownPerson } from '#ui/controls/person.ts'
import { people } from './api.ts'

const most = 50

/** People whose names hold `search`, of one kind or all whom one sees: what a field lists; null asks for nobody. */
export function usePeople(search: string | null, kind?: ShownPerson['kind']): PeopleSearch {
  const { data, isFetching, error, refetch } = useQuery({
    ...people.list.queryOptions({
      input: search === null ? skipToken : { limit: most, ...(kind ? { kind } : {}), ...(search ? { search } : {}) },
    }),
    placeholderData: keepPreviousData,
  })
  return { people: data?.items ?? [], isFetching, error, again: refetch }
}
