import { namesIn } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Entry } from '../../reading/contract.ts'
import type { Activity } from '../../reading/server/shelves.ts'
import { placesOf } from '../../server/queries.ts'
import { everyShown } from './slots.ts'

/** How many of those that an entry counts are named. */
const namedOf = 3

/** Without the entries of which the person asking may not see what they name: for them nothing happened. */
export async function toldOf(tx: Tx, rows: Activity[]): Promise<Activity[]> {
  const entries = rows.filter(({ postId }) => !postId)
  if (entries.length === 0) return rows
  const { titles, named, places } = await knownOf(tx, entries)
  return rows.filter((row) => {
    if (row.postId) return true
    const place = places.get(row.audienceId)
    return place && (row.noun === 'person' ? named(row.thingId, place.room) : titles.has(row.thingId))
  })
}

/** Whether a row goes on with the entry before it: the same was done by the same person, or more people came to the same place. */
export function isTold([first]: Activity[], row: Activity): boolean {
  if (!first || first.postId || row.postId) return false
  const alike = first.kind === row.kind && first.audienceId === row.audienceId
  return alike && (row.noun === 'person' || first.actorId === row.actorId)
}

/** Entries as they are answered, by where the first row of each stands. */
export async function entriesIn(tx: Tx, pieces: Activity[][]): Promise<Map<string, Entry>> {
  const rows = pieces.flat()
  if (rows.length === 0) return new Map()
  const { titles, named, places } = await knownOf(tx, rows)
  return new Map(
    pieces.flatMap((piece): [string, Entry][] => {
      const [row] = piece
      const place = row && places.get(row.audienceId)
      if (!row || !place) return []
      const { room, group, ...where } = place
      if (!group) return []
      const things = [...new Set(piece.map(({ thingId }) => thingId))]
      const people = things.flatMap((id) => (row.noun === 'person' ? (named(id, room) ?? []) : []))
      const titled = things.flatMap((id) => {
        const name = titles.get(id)
        return name === undefined ? [] : [{ id, name }]
      })
      return [
        [
          row.rose,
          {
            kind: row.kind ?? '',
            group,
            ...where,
            actor: named(row.actorId, room),
            at: row.at,
            count: people.length + titled.length,
            things: titled.slice(0, namedOf),
            people: people.slice(0, namedOf),
          },
        ],
      ]
    }),
  )
}

/** Where entries stand, and what of all that they name the person asking may know. Asked once for all of them. */
async function knownOf(tx: Tx, rows: Activity[]) {
  const places = await placesOf(tx, [...new Set(rows.map(({ audienceId }) => audienceId))])
  const named = await namesIn(
    tx,
    [...places.values()].map(({ room }) => room),
    rows.flatMap(({ noun, thingId, actorId }) => (noun === 'person' ? [thingId, actorId] : [actorId])),
  )
  return { places, named, titles: await titlesOf(tx, rows) }
}

async function titlesOf(tx: Tx, rows: Activity[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const { happened, names } of everyShown()) {
    const ids = rows.flatMap(({ kind, thingId }) => (kind === happened.name ? [thingId] : []))
    if (names && ids.length > 0) for (const [id, title] of await names(tx, [...new Set(ids)])) titles.set(id, title)
  }
  return titles
}
