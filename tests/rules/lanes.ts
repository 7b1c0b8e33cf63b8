import type { Heard, Room, World } from './oracle.ts'

/** Who said a thing, and whom it is for: what the story of separating needs to know and the oracle of seeing does not. */
export type Said = Map<string, { by: string; responsible?: string }>

const isExternal = (world: World, id: string): boolean => world.people.get(id)?.external ?? false

/** The lane in which somebody speaks in a group; null for those who work here and where nobody is kept apart. */
export function laneOf(world: World, { isolation }: Room, id: string): string | null {
  const person = world.people.get(id)
  if (!person?.external || isolation === 'open') return null
  return isolation === 'company' && person.company ? person.company : id
}

/** All that is said in a group: posts and tasks, and what is below them. */
function* saidIn(world: World, group: Room): Generator<Heard> {
  const here = (id: string | null) => id !== null && world.groups.get(id) === group
  for (const thing of [...world.posts.values(), ...world.tasks.values()]) if (here(thing.group)) yield thing
  for (const comment of world.comments.values())
    if (here((world.posts.get(comment.below) ?? world.tasks.get(comment.below))?.group ?? null)) yield comment
}

/** Somebody comes into a group. */
export function letIn(world: World, group: Room, id: string): void {
  if (isExternal(world, id)) closePast(world, group, id, 'with what was said to all')
  place(world, group, id)
}

/** What was said until now to all, or to the company of somebody who comes, stays with those who are there (GRP-9). */
function closePast(world: World, group: Room, id: string, which: 'with what was said to all' | 'of the company'): void {
  if (group.history !== 'joining') return
  const own = group.isolation === 'company' ? laneOf(world, group, id) : null
  const outside = new Set([...group.members].filter((one) => isExternal(world, one)))
  const ofCompany = new Set(own === null ? [] : group.lanes.get(own))
  for (const heard of saidIn(world, group)) {
    if (heard.team || heard.only) continue
    if (heard.lane === null && which !== 'of the company') heard.only = new Set(outside)
    else if (heard.lane !== null && heard.lane === own && own !== id) heard.only = new Set(ofCompany)
  }
}

function place(world: World, group: Room, id: string): void {
  group.members.add(id)
  const lane = laneOf(world, group, id)
  if (lane) group.lanes.set(lane, (group.lanes.get(lane) ?? new Set<string>()).add(id))
}

/** Somebody is out of a group, and of its lanes. */
export function letOut(world: World, group: Room, id: string): void {
  group.members.delete(id)
  for (const { only } of saidIn(world, group)) only?.delete(id)
  for (const lane of group.lanes.values()) lane.delete(id)
}

/** Where a word of somebody below a thing they see is heard; null where they may write no word. */
export function heardBelow(world: World, room: Room | undefined, who: string, thing: Heard): Heard | null {
  const { only } = thing
  if (!room || !isExternal(world, who)) return { team: thing.team, lane: thing.lane, only: only && new Set(only) }
  if (room.isolation === 'readonly') return null
  const own = thing.lane === who
  const ofCompany = thing.lane !== null && !own && ['open', 'company'].includes(room.isolation)
  if (own || ofCompany || (thing.lane === null && room.isolation === 'open'))
    return { team: false, lane: thing.lane, only: only && new Set(only) }
  return { team: false, lane: laneOf(world, room, who), only: null }
}

/** A group keeps its externals apart from now on: what they said goes to their lanes (GRP-7). */
export function separate(world: World, said: Said, groupId: string, isolation: Room['isolation']): void {
  const group = world.groups.get(groupId)
  if (!group) return
  group.isolation = isolation
  for (const id of group.members) place(world, group, id)
  if (isolation === 'open') return
  const shared = ({ team, lane }: Heard) =>
    !team && (lane === null || (isolation !== 'company' && !world.people.has(lane)))
  const moved = new Map<string, { from: string | null; to: string }>()
  for (const [id, thing] of [...world.posts, ...world.tasks]) {
    if (thing.group !== groupId || !shared(thing)) continue
    const { by = '', responsible = '' } = said.get(id) ?? {}
    const lane = laneOf(world, group, responsible) ?? laneOf(world, group, by)
    if (lane === null) continue
    moved.set(id, { from: thing.lane, to: lane })
    thing.lane = lane
    thing.only = null
  }
  for (const [id, comment] of world.comments) {
    const thing = world.posts.get(comment.below) ?? world.tasks.get(comment.below)
    if (thing?.group !== groupId || !shared(comment)) continue
    const own = laneOf(world, group, said.get(id)?.by ?? '')
    const to = own ?? moved.get(comment.below)?.to
    if (to) Object.assign(comment, { lane: to, only: null })
  }
}

/** A group is opened, or its first from outside let in, from now on: what was for everyone until then stays with the team (GRP-3). */
export function keepForTeam(world: World, groupId: string): void {
  const here = ({ group }: { group: string | null }) => group === groupId
  const things = [...world.posts.values(), ...world.tasks.values()]
  for (const thing of things) if (here(thing) && thing.lane === null && !thing.only) thing.team = true
  for (const comment of world.comments.values()) {
    const thing = world.posts.get(comment.below) ?? world.tasks.get(comment.below)
    if (thing && here(thing) && comment.lane === null && !comment.only) comment.team = true
  }
}

/** The companies that anybody belongs to. */
export const companiesOf = (world: World): Set<string> =>
  new Set([...world.people.values()].flatMap(({ company }) => company ?? []))

/** Somebody from outside belongs to another company from now on, or to none: what was said to the one before is closed to them. */
export function changeCompany(world: World, id: string, company: string | null): void {
  const person = world.people.get(id)
  if (!person || person.company === company) return
  person.company = company
  for (const group of world.groups.values()) {
    for (const [lane, people] of group.lanes) if (lane !== company && !world.people.has(lane)) people.delete(id)
    for (const { lane, only } of saidIn(world, group))
      if (lane !== null && lane !== company && !world.people.has(lane)) only?.delete(id)
    if (!group.members.has(id) || group.isolation !== 'company') continue
    closePast(world, group, id, 'of the company')
    place(world, group, id)
  }
}

/** An external becomes an employee of no counterparty; an employee an external, who stays where externals may be (PPL-8). */
export function changeSides(world: World, id: string): void {
  const person = world.people.get(id)
  if (!person) return
  person.external = !person.external
  person.company = null
  for (const group of world.groups.values()) {
    if (!group.members.has(id)) continue
    letOut(world, group, id)
    if (group.external || !person.external) letIn(world, group, id)
  }
}
