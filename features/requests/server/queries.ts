import { and, desc, eq, lt } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { reaches } from '#access/tables.ts'
import { getGroup } from '#features/groups/server/door.ts'
import { namedPeople } from '#features/people/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Group } from '#features/groups/contract.ts'
import type { Request } from '../contract.ts'
import { requests } from './tables.ts'

export type RequestRow = typeof requests.$inferSelect

/** Who asks to be a member of a group, as the person asking may see it, newest first: the team all of them, others their own. */
export async function listRequests(tx: Tx, me: Me, groupId: string, query: { limit: number; after?: string }) {
  const group = await getGroup(tx, groupId)
  const { limit, after } = query
  const rows = await tx
    .select()
    .from(requests)
    .where(
      and(eq(requests.groupId, groupId), eq(requests.state, 'pending'), after ? lt(requests.id, after) : undefined),
    )
    .orderBy(desc(requests.id))
    .limit(limit + 1)
  const items = await requestsIn(tx, me, group, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** A request that the person asking may see, in whatever state. */
export async function requestRow(tx: Tx, id: string): Promise<RequestRow> {
  const [row] = await tx.select().from(requests).where(eq(requests.id, id))
  return found(row)
}

/** One request as it is answered. */
export async function getRequest(tx: Tx, me: Me, id: string): Promise<Request> {
  const row = await requestRow(tx, id)
  return found((await requestsIn(tx, me, await getGroup(tx, row.groupId), [row]))[0])
}

/**
 * Whether somebody decides on a request: the owner and the moderators who work here; where only the owner brings people in, only the
 * owner (GRP-5), whether somebody invited whoever asks or they ask for themselves.
 */
export function decidesOn(
  row: Pick<RequestRow, 'state'>,
  { mine, whoInvites }: Pick<Group, 'mine' | 'whoInvites'>,
  kind: Me['kind'],
): boolean {
  if (row.state !== 'pending' || kind !== 'employee') return false
  return mine === 'owner' || (mine === 'moderator' && whoInvites !== 'owner')
}

async function requestsIn(tx: Tx, me: Me, group: Group, rows: RequestRow[]): Promise<Request[]> {
  const ids = rows.map((row) => row.personId)
  const named = await namedPeople(
    tx,
    rows.flatMap((row) => [row.personId, row.invitedBy]),
  )
  const reach = ids.length
    ? await tx.select({ id: reaches.personId, email: reaches.email }).from(reaches).where(among(reaches.personId, ids))
    : []
  return rows.map((row) => ({
    id: row.id,
    groupId: row.groupId,
    person: named.get(row.personId) ?? null,
    email: row.invitedBy ? (reach.find(({ id }) => id === row.personId)?.email ?? null) : null,
    invitedBy: named.get(row.invitedBy ?? '') ?? null,
    accessUntil: row.accessUntil,
    since: row.madeAt,
    state: row.state,
    mine: row.personId === me.id,
    decides: decidesOn(row, group, me.kind),
  }))
}
