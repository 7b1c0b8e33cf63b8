/** Who is there and what there is, in the words of product.md. Nothing here knows how access is kept. */
export interface World {
  people: Map<string, { external: boolean; dismissed: boolean; administrator: boolean; company: string | null }>
  groups: Map<string, Room>
  /** Posts and tasks: in a group, for all of it or for the team, or between people by name. */
  posts: Map<string, Thing>
  tasks: Map<string, Thing>
  /** What each comment hangs below, and for whom of its readers it is. */
  comments: Map<string, Heard & { below: string }>
}

export interface Room {
  external: boolean
  secret: boolean
  /** Whether it is read and no more. */
  archived: boolean
  /** Whether it was opened to people from outside after it was made. */
  opened: boolean
  /** What of the past those from outside see who come later. */
  history: 'everything' | 'joining'
  isolation: 'open' | 'company' | 'staff' | 'voice' | 'readonly'
  members: Set<string>
  /** Those whom somebody invited and who wait in the lobby for an answer. */
  asking: Set<string>
  /** Who has been let into which lane; a lane goes by its company or its one person. */
  lanes: Map<string, Set<string>>
  /** Who owns it and who moderates it. */
  roles: Map<string, 'owner' | 'moderator'>
  /** Tools that are otherwise than open to all members. */
  tools: Map<string, ToolSet>
}

/** How a tool of a group is set (GRP-4). */
export interface ToolSet {
  on: boolean
  viewers: Whom
  adders: Whom
}
type Whom = 'owner' | 'keepers' | 'team' | 'members'

/** For whom something is: the team alone, the team and one lane, or all who are there. */
export interface Heard {
  team: boolean
  lane: string | null
  /** Those from outside who were there before others came who see nothing of the past; null for whoever is there. */
  only: Set<string> | null
}

export interface Thing extends Heard {
  group: string | null
  /** Who takes part in what stands in no group. */
  between: string[]
}

/** Whether a tool of a group is for somebody, where this is for `lane` of it: a moderator from outside is one only where they stand. */
export function uses(
  { people, groups }: World,
  who: string,
  asked: { group: string; lane: string | null; tool: string; act: 'viewers' | 'adders' },
): boolean {
  const [me, room] = [people.get(who), groups.get(asked.group)]
  const set = room?.tools.get(asked.tool)
  if (!me || !set) return true
  const role = room?.roles.get(who)
  const own = room?.isolation === 'open' ? null : room?.isolation === 'company' ? (me.company ?? who) : who
  const keeps = role === 'owner' || (role === 'moderator' && (!me.external || asked.lane === own))
  const lets = { owner: role === 'owner', keepers: keeps, team: !me.external, members: true }
  return set.on && lets[set.viewers] && lets[set[asked.act]]
}

/**
 * Whom of its members somebody knows in a group, whomever they know from elsewhere. GRP-7: externals who are kept apart know those who work here (unless
 * these speak in one voice), and at most their own company.
 */
export function metIn({ people }: World, who: string, { isolation, members }: Room): string[] {
  const me = people.get(who)
  return [...members].filter((id) => {
    const they = people.get(id)
    if (!me?.external || isolation === 'open' || id === who) return true
    if (!they?.external) return isolation !== 'voice'
    return isolation === 'company' && they.company !== null && they.company === me.company
  })
}

/** The nouns that the oracle speaks of. */
export const nouns = ['people', 'groups', 'posts', 'tasks', 'comments'] as const
export type Noun = (typeof nouns)[number]

/** What a person sees, by the rules of the product alone: an independent word against what the database lets through. */
export function sees(world: World, who: string): Record<Noun, Set<string>> {
  const me = world.people.get(who)
  const none = {
    people: new Set<string>(),
    groups: new Set<string>(),
    posts: new Set<string>(),
    tasks: new Set<string>(),
    comments: new Set<string>(),
  }
  if (!me || me.dismissed) return none // PPL-10
  // GRP-2: only external groups have external members, so a group that is closed to externals is none of theirs.
  const mine = [...world.groups].filter(([, group]) => group.members.has(who) && (group.external || !me.external))
  const groups = new Set(mine.map(([id]) => id))
  // GRP-8: the team are those of the group who work here. TASK-1: what is between people is theirs.
  // GRP-7: what stands in a lane is for those who were let into it, and for the team.
  // GRP-9: what was said before somebody joined is not theirs where the group keeps it from newcomers.
  const hears = (group: string, { team, lane, only }: Heard) =>
    !me.external ||
    (!team && (only?.has(who) ?? (lane === null || (world.groups.get(group)?.lanes.get(lane)?.has(who) ?? false))))
  // GRP-4: each tool is for whom the group gives it; what stands in none is not asked.
  const reads = ({ group, between, ...heard }: Thing, tool: string) =>
    group === null
      ? between.includes(who)
      : groups.has(group) && hears(group, heard) && uses(world, who, { group, lane: heard.lane, tool, act: 'viewers' })
  const read = (things: Map<string, Thing>, tool: string) =>
    new Set([...things].filter(([, thing]) => reads(thing, tool)).map(([id]) => id))
  const [posts, tasks] = [read(world.posts, 'feed'), read(world.tasks, 'tasks')]
  // GRP-1: open and closed groups are found by employees; GRP-2: external ones are unlisted.
  // GRP-10: an archived one is found by nobody who is not in it.
  const found = [...world.groups].filter(
    ([, { external, secret, archived }]) => !me.external && !external && !secret && !archived,
  )
  // PPL-5: an external knows the members of their groups; an employee also all colleagues; SEE-1: an administrator everyone.
  // INV-6: the team knows who waits for its answer.
  const asking = (group: Room) => (me.external ? [] : [...group.asking])
  const met = new Set(mine.flatMap(([, group]) => [...asking(group), ...metIn(world, who, group)]))
  const knows = (id: string) =>
    id === who || met.has(id) || (!me.external && (me.administrator || !world.people.get(id)?.external))
  return {
    people: new Set([...world.people.keys()].filter(knows)),
    groups: new Set([...groups, ...found.map(([id]) => id)]),
    posts,
    tasks,
    comments: new Set(
      [...world.comments]
        .filter(([, { below, ...heard }]) => {
          const thing = world.posts.get(below) ?? world.tasks.get(below)
          if (!thing || !(posts.has(below) || tasks.has(below))) return false
          return thing.group === null || hears(thing.group, heard)
        })
        .map(([id]) => id),
    ),
  }
}
