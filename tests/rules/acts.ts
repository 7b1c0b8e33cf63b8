import type { TestPortal } from '../portal.ts'
import { choices, marker } from './canary.ts'
import { fill, fillingsOf, type Place } from './inputs.ts'
import { ask, everyProcedure, type Caller, type Procedure } from './procedures.ts'
import { hiddenIds, readWorld, seenIds, withIds } from './seen.ts'

const changing = everyProcedure.filter(({ method }) => method !== 'GET')

/** Does, with markers in every text, all that can be done to what `hiddenFrom` must not see; how many of these acts went through. */
export async function act(portal: TestPortal, actor: Caller, hiddenFrom: string): Promise<number> {
  const theirs = await hiddenBut(portal, actor, hiddenFrom)
  let done = 0
  // What one says of oneself, leaving, and letting somebody in would be seen by those one works with; where a group is archived, or its tools
  // are off, nothing more would happen.
  for (const procedure of changing.filter(
    ({ name, places }) =>
      places.length > 0 &&
      !/^(account|people|portal)\.|removeMember$|^requests\.approve$|^groups\.(archive|delete|changeTool)$/.test(name),
  )) {
    for (const filling of fillingsOf(procedure.shape)) {
      for (const idFor of choices(procedure.places, theirs).slice(0, 3))
        done += await tried(actor, procedure, { ...filling, idFor: within(idFor, theirs) })
    }
  }
  return done
}

/** Does what only the team of a room that `hiddenFrom` is in learns of: speaks with the team, invites, acts on what the team has. */
export async function teamActs(
  portal: TestPortal,
  actor: Caller,
  hiddenFrom: string,
  groupId: string,
): Promise<number> {
  let done = 0
  const inTeam = changing.filter(({ shape }) =>
    Object.values(shape?.properties ?? {}).some((part) => part.enum?.includes('team')),
  )
  for (const procedure of inTeam) {
    const idFor = ({ noun, key }: Place) =>
      noun === 'groups' ? groupId : key === 'after' ? undefined : (actor.personId ?? undefined)
    const pick =
      Object.values(procedure.shape?.properties ?? {})
        .find((part) => part.enum?.includes('team'))
        ?.enum?.indexOf('team') ?? 0
    done += await tried(actor, procedure, { full: true, pick, idFor })
  }
  return done + (await act(portal, actor, hiddenFrom))
}

interface Try {
  full: boolean
  pick: number
  idFor: (place: Place) => string | undefined
}

async function tried(actor: Caller, procedure: Procedure, way: Try): Promise<number> {
  const { done } = await ask(actor, procedure, fill(procedure.shape, procedure.route, { ...way, text: marker }))
  return done ? 1 : 0
}

/** An act needs a place that is hidden; a person it names must be hidden too, so that nobody is told of it rightly. */
const within = (idFor: (place: Place) => string | undefined, hidden: Map<string, string[]>) => (place: Place) =>
  place.key !== 'after' && !place.required && hidden.has(place.noun) ? hidden.get(place.noun)?.[0] : idFor(place)

/** What the actor sees and somebody else must not. */
async function hiddenBut(portal: TestPortal, actor: Caller, hiddenFrom: string): Promise<Map<string, string[]>> {
  const hidden = await hiddenIds(portal, await portal.keep(readWorld), hiddenFrom)
  const found: (readonly [string, string[]])[] = []
  // One after another: there are more tables than connections.
  for (const named of withIds) {
    const seen = await seenIds(portal, actor.personId ?? '', named)
    found.push([named.name, (hidden.get(named.name) ?? []).filter((id) => seen.has(id))])
  }
  return new Map(found.filter(([, ids]) => ids.length > 0))
}
