import { and, eq, isNull, sql } from 'drizzle-orm'
import { found, notFound } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { namedPeople } from '#features/people/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Filter, OverseenWhole } from '../contract.ts'
import type { Sight } from './matching.ts'
import { placesOf } from './places.ts'
import { countMatching, pageOf } from './queries.ts'
import { knownOf, sharesIn, standingsOf } from './whole.ts'

/**
 * What somebody oversees (SEE-1): an administrator everybody from outside with every group that they are in; whoever else works here the people
 * they answer for and those they invited into a group that both are still in, and of groups those that they are in themselves. Asked of the rules, as that person.
 */
export async function sightOf(tx: Tx, me: Me, { mine }: { mine: boolean }): Promise<Sight> {
  const { rows } = await tx.execute<{ yes: boolean }>(sql`select access.i_am_administrator() as yes`)
  const administrator = rows[0]?.yes ?? false
  if (administrator) return { sponsorId: mine ? me.id : null, invited: false, spaces: null }
  return { sponsorId: me.id, invited: !mine, spaces: await ownSpaces(tx, me) }
}

/** The people from outside whom somebody oversees. */
export async function listExternals(
  database: Database,
  tx: Tx,
  me: Me,
  query: Parameters<typeof pageOf>[2],
): ReturnType<typeof pageOf> {
  const sight = await sightOf(tx, me, query)
  return asKeeper(database, (keeper) => pageOf(keeper, sight, query))
}

/** How many of them match. */
export async function countExternals(
  database: Database,
  tx: Tx,
  me: Me,
  filter: Filter,
): ReturnType<typeof countMatching> {
  const sight = await sightOf(tx, me, filter)
  return asKeeper(database, (keeper) => countMatching(keeper, sight, filter))
}

/** Companies and groups to choose by, as far as whoever asks may know them. */
export async function listPlaces(
  database: Database,
  tx: Tx,
  me: Me,
  asked: Parameters<typeof placesOf>[2],
): ReturnType<typeof placesOf> {
  const sight = await sightOf(tx, me, { mine: false })
  return asKeeper(database, (keeper) => placesOf(keeper, sight, asked))
}

/** One of them. What a group shares is counted as them, under their own rules. */
export async function getExternal(database: Database, tx: Tx, me: Me, id: string): Promise<OverseenWhole> {
  const sight = await sightOf(tx, me, { mine: false })
  const { row, known, standings } = await asKeeper(database, async (keeper) => {
    const { items } = await pageOf(keeper, sight, { ...nothingAsked, ids: [id] })
    const [item] = items
    if (!item) throw notFound()
    return { row: item, known: await knownOf(keeper, id), standings: await standingsOf(keeper, id, sight.spaces) }
  })
  const shares = await asPerson(database, id, (own) =>
    sharesIn(
      own,
      standings.map(({ spaceId }) => spaceId),
    ),
  )
  const mine = new Set(await ownSpaces(tx, me))
  const { groups: _, ...rest } = row
  return {
    ...rest,
    ...known,
    opens: (await namedPeople(tx, [id])).has(id),
    stays: standings.map(({ spaceId, ...standing }) => ({
      ...standing,
      opens: mine.has(spaceId),
      shares: found(shares.get(spaceId)),
    })),
  }
}

const nothingAsked = {
  mine: false,
  never: false,
  sponsorLeft: false,
  expiring: false,
  many: false,
  none: false,
  limit: 1,
  order: 'name',
} as const

/** The spaces of the groups that somebody is in: an employee reads all members there. */
async function ownSpaces(tx: Tx, me: Me): Promise<string[]> {
  const rows = await tx
    .select({ spaceId: groups.spaceId })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .where(and(eq(members.personId, me.id), isNull(members.lapsedAt)))
  return rows.map(({ spaceId }) => spaceId)
}
