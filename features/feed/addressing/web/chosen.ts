import type { ShownPerson } from '#ui/controls/person.ts'
import type { Addressee, AddresseeAsked, Reached } from '../contract.ts'

/** A group as it can be written to. */
export interface ChosenGroup {
  kind: 'group'
  id: string
  group: { name: string; external: boolean }
  /** People from outside do not see each other there. */
  apart: boolean
  team: boolean
}

/** Somebody or something that a post is written to, as it stands in the field. */
export type Chosen =
  | { kind: 'everyone'; id: 'everyone' }
  | { kind: 'department'; id: string; department: { name: string }; below?: boolean }
  | ChosenGroup
  | { kind: 'person'; id: string; person: ShownPerson }

/** As a request says it. */
export const asked = (chosen: readonly Chosen[]): AddresseeAsked[] =>
  chosen.map((one) => {
    switch (one.kind) {
      case 'everyone':
        return { kind: one.kind }
      case 'department':
        return { kind: one.kind, id: one.id, below: one.below ?? true }
      case 'group':
        return { kind: one.kind, id: one.id, team: one.team }
      case 'person':
        return { kind: one.kind, id: one.id }
    }
  })

/** Somebody or something of a draft, as it stands in the field. */
export function ofReached(one: Reached): Chosen {
  switch (one.kind) {
    case 'everyone':
      return { kind: one.kind, id: 'everyone' }
    case 'department':
      return { ...one, id: one.department.id }
    case 'group':
      return { ...one, id: one.group.id }
    case 'person':
      return { ...one, id: one.person.id }
  }
}

/** The one group that all of it is for; then it is a post of that group. */
export function onlyGroup(chosen: readonly Chosen[]): ChosenGroup | null {
  const [first, second] = chosen
  return first?.kind === 'group' && !first.team && !second ? first : null
}

/** Whether people from outside read it, now or later. */
export const readOutside = (chosen: readonly Chosen[]): boolean =>
  chosen.length === 0 ||
  chosen.some((one) =>
    one.kind === 'group' ? one.group.external && !one.team : one.kind === 'person' && one.person.kind === 'external',
  )

/** Those to whom a post was addressed, as a request says them; a department that is removed is none. */
export const askedAgain = (to: readonly Addressee[]): AddresseeAsked[] =>
  to.flatMap((one): AddresseeAsked[] => {
    switch (one.kind) {
      case 'everyone':
        return [{ kind: one.kind }]
      case 'department':
        return one.department ? [{ kind: one.kind, id: one.department.id, below: one.below }] : []
      case 'group':
        return [{ kind: one.kind, id: one.group.id, team: one.team }]
      case 'person':
        return [{ kind: one.kind, id: one.person.id }]
    }
  })
