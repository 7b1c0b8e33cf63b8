import { getTableColumns } from 'drizzle-orm'
import { notFound } from '#access/errors.ts'
import { keptApart, type Room } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { talk, things, type Said, type Thing, type Things } from './slots.ts'
import type { notices } from './tables.ts'

export type NoticeRow = typeof notices.$inferSelect

/** A notice with what it is about, both as whoever asks sees them. */
export interface Looked {
  row: NoticeRow
  thing: Thing
  said: Said | null
}

/** A group is told of too: who asks to come in, who has come. */
const groupThings: Things = {
  kind: 'group',
  partakers: () => Promise.resolve([]),
  async look(tx, ids) {
    const rows = await tx
      .select({ id: groups.id, title: groups.name, spaceId: groups.spaceId, audienceId: groups.audienceId })
      .from(groups)
      .where(among(groups.id, ids))
    return rows.map((row) => ({ ...row, path: `/groups/${row.id}/members` }))
  },
}

/** The kind of things of a noun. */
export const thingsOf = (kind: string): Things | undefined =>
  [groupThings, ...things()].find((one) => one.kind === kind)

/** The thing that people talk below of this id, or the group; one that the person asking does not see does not exist. */
export async function lookAt(tx: Tx, id: string, of: 'thread' | 'group'): Promise<Thing & { kind: string }> {
  for (const { kind, look } of of === 'group' ? [groupThings] : things()) {
    const [thing] = await look(tx, [id])
    if (thing) return { ...thing, kind }
  }
  throw notFound()
}

/** Those of these ids that are things of the portal, of whichever kind, as far as the person asking sees them. */
export async function lookForAny(tx: Tx, ids: string[]): Promise<(Thing & { kind: string })[]> {
  const found: (Thing & { kind: string })[] = []
  for (const { kind, look } of [groupThings, ...things()])
    found.push(...(await look(tx, ids)).map((thing) => ({ ...thing, kind })))
  return found
}

/** Of these notices those whose thing, and whose words, the person asking still sees. */
export async function lookAtAll(tx: Tx, rows: NoticeRow[]): Promise<Looked[]> {
  const seen = new Map<string, Thing>()
  for (const [kind, of] of Map.groupBy(rows, ({ aboutKind }) => aboutKind)) {
    const ids = [...new Set(of.map(({ aboutId }) => aboutId))]
    for (const thing of (await thingsOf(kind)?.look(tx, ids)) ?? []) seen.set(thing.id, thing)
  }
  const saidIds = rows.flatMap(({ saidId }) => saidId ?? [])
  const words = saidIds.length > 0 ? await talk().look(tx, saidIds) : []
  const said = new Map(words.map((one) => [one.id, one]))
  return rows.flatMap((row) => {
    const thing = seen.get(row.aboutId)
    if (!thing || (row.saidId && !said.has(row.saidId))) return []
    return [{ row, thing, said: said.get(row.saidId ?? '') ?? null }]
  })
}

/** A group as a notice names it, and how names are kept apart there. */
export type Where = Room & { id: string; name: string; external: boolean; voice: boolean }

/** The groups of these spaces; of a space of no group there is none. */
export async function groupsIn(tx: Tx, spaceIds: string[]): Promise<Map<string, Where>> {
  if (spaceIds.length === 0) return new Map()
  const rows = await tx
    .select({ ...getTableColumns(groups), apart: keptApart })
    .from(groups)
    .where(among(groups.spaceId, [...new Set(spaceIds)]))
  return new Map(
    rows.map(({ id, name, externalSince, isolation, spaceId, apart }) => [
      spaceId,
      { id, name, external: externalSince !== null, voice: isolation === 'voice' && apart, spaceId, apart },
    ]),
  )
}
