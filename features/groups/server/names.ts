import { and, eq, sql, type SQL } from 'drizzle-orm'
import { iAmEmployee } from '#access/rules.ts'
import { appearances } from '#access/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { namedPeople } from '#features/people/server/door.ts'
import { groups } from './tables.ts'

/** Whether the person asking is one of those whom a group keeps apart from each other (GRP-7). Beside `groups`. */
export const keptApart: SQL<boolean> = sql<boolean>`(${groups.isolation} <> 'open' and not ${iAmEmployee})`

/** A group, by its space, and whether the person asking is kept apart there. */
export interface Room {
  spaceId: string
  apart: boolean
  /** It is no group, but where things are addressed to people. */
  addressed?: boolean
}

/** How somebody is named in a group, or where no group is said; null is for whom the reader may not know there. */
export type Names = (personId: string | null | undefined, room?: Room) => Person | null

/**
 * People as they are known to the person asking where they are met. Whoever is kept apart in a group hears there the names of those alone who are known
 * to them in that very group: a competitor, or in one voice somebody who works here, is not named there even to whoever knows them from elsewhere.
 */
export async function namesIn(tx: Tx, rooms: Iterable<Room>, personIds: Iterable<string | null>): Promise<Names> {
  const ids = [...personIds]
  const met = [...rooms]
  const named = await namedPeople(tx, ids)
  const apart = [...new Set(met.flatMap((room) => (room.apart ? [room.spaceId] : [])))]
  const missed = met.some(({ addressed }) => addressed) ? ids.filter((id) => id !== null && !named.has(id)) : []
  const beside = missed.length > 0 ? await besideMe(tx, missed) : new Map<string, Person>()
  const known = named.size > 0 && apart.length > 0 ? await knownIn(tx, apart, [...named.keys()]) : new Set<string>()
  return (personId, room) => {
    const person = named.get(personId ?? '') ?? (room?.addressed ? beside.get(personId ?? '') : null) ?? null
    return person && (!room?.apart || known.has(`${room.spaceId} ${person.id}`)) ? person : null
  }
}

/** People from outside whom the person asking knows by their names alone, since something is addressed to both of them. */
async function besideMe(tx: Tx, ids: (string | null)[]): Promise<Map<string, Person>> {
  const { rows } = await tx.execute<{ id: string; name: string; company: string | null }>(
    sql`select id, name, company from access.met_beside_me(${sql.param(ids)}::uuid[])`,
  )
  return new Map(
    rows.map(({ id, name, company }) => [id, { id, name, kind: 'external', ...(company ? { company } : {}) }]),
  )
}

async function knownIn(tx: Tx, spaceIds: string[], personIds: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ spaceId: appearances.spaceId, personId: appearances.personId })
    .from(appearances)
    .where(and(among(appearances.spaceId, spaceIds), among(appearances.personId, personIds)))
  return new Set(rows.map(({ spaceId, personId }) => `${spaceId} ${personId}`))
}

/** The room that a space is, and whether those who work there speak as the portal to the person asking; a space of no group keeps nobody apart. */
export async function roomIn(tx: Tx, spaceId: string): Promise<Room & { voice: boolean }> {
  const [room] = await tx
    .select({ apart: keptApart, isolation: groups.isolation })
    .from(groups)
    .where(eq(groups.spaceId, spaceId))
  const apart = room?.apart ?? false
  return { spaceId, apart, voice: apart && room?.isolation === 'voice', ...(room ? {} : { addressed: true }) }
}
