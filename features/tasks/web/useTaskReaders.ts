import { useReaders, type Address } from '#features/groups/web/door.tsx'
import type { Readers } from '#ui/controls/audience.ts'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useMe } from '#ui/me.ts'

interface Place {
  groupId: string | null
  address: Address
  /** Who sees a task of no group. */
  between: readonly (ShownPerson | null)[]
  /** Who works on it from outside, where people from outside are kept apart: then only those of their lane read it. */
  apart?: ShownPerson | null
}

/** Who reads a task, beside the person: those of its group or team, or the other of the two. */
export function useTaskReaders({ groupId, address, between, apart }: Place): Readers | undefined {
  const me = useMe()
  const inGroup = useReaders(
    groupId,
    address.audience,
    apart && address.audience === 'everyone'
      ? { tool: 'tasks', personId: apart.id }
      : { tool: 'tasks', laneId: address.lane?.id },
  )
  if (groupId) return inGroup
  const others = [
    ...new Map(
      between.flatMap((person) => (person && person.id !== me.id ? [[person.id, person] as const] : [])),
    ).values(),
  ]
  const outside = others.filter((person) => person.kind === 'external')
  return {
    audience: 'everyone',
    companies: outside.map((person) => ({ name: person.company ?? person.name, count: 1 })),
    colleagues: others.length - outside.length,
  }
}
