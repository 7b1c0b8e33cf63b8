import type { Tx } from '#platform/database/transaction.ts'

/** Somebody whose place others take: at a dismissal, or because they cannot reach it any more. */
export interface Leaving {
  personId: string
  /** Whom they report to, if there is somebody. */
  managerId: string | null
  /** Who takes over what is open; null leaves it where it is. */
  heirId: string | null
  /** Who takes over what cannot be without somebody: the heir, else the manager, else an administrator. */
  ownerId: string
  /** The administrator who does it. */
  byId: string
}

/** Somebody who becomes employee or external. */
export interface Moving extends Leaving {
  to: 'employee' | 'external'
  /** What the first from outside finds of what was written in a group before (GRP-3). */
  from: 'now' | 'everything'
}

/** What stands in groups, in numbers. */
export type Written = Record<'posts' | 'comments' | 'tasks', number>

/** What needs somebody else: the ids of open tasks the person is responsible for, and of groups they own. */
export interface Needs {
  tasks: string[]
  groups: string[]
}

/** What of it an administrator may read: how many, and the first ten by name. */
export interface Named {
  readable: number
  first: { id: string; name: string }[]
}

/** What else an administrator is told before somebody goes. */
export interface Counts {
  /** Invitations they sent that nobody has followed yet. */
  invitations: number
  /** People from outside they answer for. */
  externals: number
}

/** What somebody sees, in numbers; counted as that person, under the rules. */
export interface Sight {
  people: number
  /** Groups they are in, and those of them in which they read what only the team reads. */
  groups: number
  teams: number
  /** Groups that they find and can join. */
  foundGroups: number
  /** Open tasks. */
  tasks: number
}

/** A row of what a move took, in the words of the room that took it. */
export type Kept = Record<string, unknown>

/**
 * What a later room keeps of a person, and what it does with it when they go, change sides or belong to another company. All as the keeper, in the one
 * transaction of the act: people come before groups and tasks and may not know them.
 */
export interface Belongings {
  /** The feature; what it took is kept under its name. */
  of: string
  /** What of it needs somebody else when the person goes. */
  needs?: (tx: Tx, personId: string) => Promise<Partial<Needs>>
  /** The names of these that the person asking reads; under the rules. */
  name?: (tx: Tx, needs: Needs) => Promise<Partial<Record<keyof Needs, Named>>>
  /** What it has of the counts. */
  count?: (tx: Tx, personId: string) => Promise<Partial<Counts>>
  /** What the person asking sees of it; under the rules. */
  look?: (tx: Tx) => Promise<Partial<Sight>>
  /** Groups in which they would be the first from outside, and in which something is written (GRP-3): their ids. */
  firsts?: (tx: Tx, personId: string) => Promise<string[]>
  /** How much of what is written the person asking reads; under the rules. */
  read?: (tx: Tx) => Promise<Written>
  /** Gives what needs somebody to others, at a dismissal. */
  handOver?: (tx: Tx, leaving: Leaving) => Promise<void>
  /** Before somebody changes sides: takes away whatever was given to them as what they were. */
  takeOut?: (tx: Tx, moving: Moving) => Promise<Kept[]>
  /** After it: gives it to them as what they are now, and to others what they cannot reach any more. */
  bringIn?: (tx: Tx, moving: Moving, taken: Kept[]) => Promise<{ kept: Kept[]; handed: Partial<Needs> }>
  /** Undoes it: after `takeOut` and becoming what they were, gives back what was kept. */
  giveBack?: (tx: Tx, moving: Moving, taken: Kept[], kept: Kept[]) => Promise<void>
  /** After these people belong to another company, the same for all of them or none: what they read changes with it. */
  changeCompany?: (tx: Tx, personIds: string[]) => Promise<void>
}

const slot: { rooms: readonly Belongings[] } = { rooms: [] }

/** Filled by `app` with every later room that keeps something of a person, in the order of the rooms. */
export function fillBelongings(rooms: readonly Belongings[]): void {
  slot.rooms = rooms
}

/** Every room that keeps something of a person. */
export const belongings = (): readonly Belongings[] => slot.rooms

/** What of a person would need somebody else, over all rooms. As the keeper. */
export async function needsOf(tx: Tx, personId: string): Promise<Needs> {
  const needs: Needs = { tasks: [], groups: [] }
  for (const room of slot.rooms) Object.assign(needs, await room.needs?.(tx, personId))
  return needs
}

/** How much needs somebody, and of it the names that the person asking reads. Under the rules. */
export async function nameNeeds(tx: Tx, needs: Needs) {
  const nothing: Named = { readable: 0, first: [] }
  const named = { tasks: nothing, groups: nothing }
  for (const room of slot.rooms) Object.assign(named, await room.name?.(tx, needs))
  return { tasks: needs.tasks.length, groups: needs.groups.length, named }
}

/** What else of a person ends or passes on, over all rooms. As the keeper. */
export async function countBelongings(tx: Tx, personId: string): Promise<Counts> {
  const counts: Counts = { invitations: 0, externals: 0 }
  for (const room of slot.rooms) Object.assign(counts, await room.count?.(tx, personId))
  return counts
}
