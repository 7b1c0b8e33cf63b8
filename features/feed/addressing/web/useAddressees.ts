import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { usePeople } from '#features/people/web/door.tsx'
import { useMe } from '#ui/me.ts'
import type { Group } from '#features/groups/contract.ts'
import { groups, people } from '../../web/api.ts'
import type { Chosen, ChosenGroup } from './chosen.ts'

const most = 8

/** Whom one can write to of whose name something was typed: groups one may post in, people, and for those who work here departments and everyone. */
export function useAddressees(typed: string, asking: boolean) {
  const me = useMe()
  const works = me.kind === 'employee'
  const input = { mine: true, adds: 'feed' as const, limit: most, ...(typed ? { search: typed } : {}) }
  const inGroups = useQuery({
    ...groups.list.queryOptions({ input }),
    placeholderData: keepPreviousData,
    enabled: asking,
  })
  const departments = useQuery({ ...people.departments.list.queryOptions(), enabled: asking && works })
  const search = usePeople(asking ? typed : null)
  const holds = (name: string) => name.toLowerCase().includes(typed.toLowerCase())
  return {
    everyone: works,
    groups: (inGroups.data?.items ?? []).map(asChosen),
    departments: (departments.data?.items ?? []).flatMap((department): Chosen[] =>
      works && holds(department.name) ? [{ kind: 'department', id: department.id, department }] : [],
    ),
    people: search.people
      .filter(({ id }) => id !== me.id)
      .slice(0, most)
      .map((person): Chosen => ({ kind: 'person', id: person.id, person })),
    isFetching: search.isFetching || inGroups.isFetching,
    error: search.error ?? inGroups.error,
  }
}

/** A group as it stands in the field. */
export const asChosen = (group: Group): ChosenGroup => ({
  kind: 'group',
  id: group.id,
  group,
  apart: group.isolation !== undefined && group.isolation !== 'open',
  team: false,
})
