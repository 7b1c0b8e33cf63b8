import { and, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { listShelves } from '#access/shelves.ts'
import type { Me } from '#access/signed-in.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { namedPeople } from '#features/people/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Invitation } from '../contract.ts'
import { notClosed, type InvitationRow } from './open.ts'
import { invitations } from './tables.ts'

interface Page {
  limit: number
  after?: string
}

const daysAnswered = 30

/**
 * Who was invited into a group and has not come yet, newest first: the team all of them, a member from outside those that they
 * sent. Whoever invited also sees for a while that somebody came and waits in the lobby, or was turned away (INV-6).
 */
export async function listInvitations(tx: Tx, me: Me, groupId: string, { limit, after }: Page) {
  const { spaceId } = await groupRow(tx, groupId)
  const answered = and(
    eq(invitations.invitedBy, me.id),
    inArray(invitations.outcome, ['asked', 'declined']),
    gt(invitations.acceptedAt, new Date(Date.now() - daysAnswered * 86_400_000)),
  )
  const where = and(eq(invitations.groupId, groupId), or(and(notClosed(), isNull(invitations.linkId)), answered))
  if (me.kind === 'external') {
    const own = and(where, eq(invitations.invitedBy, me.id), after ? lt(invitations.id, after) : undefined)
    const rows = await tx
      .select()
      .from(invitations)
      .where(own)
      .orderBy(desc(invitations.id))
      .limit(limit + 1)
    return pageOf(tx, rows, limit)
  }
  return pageOf(tx, await listShelves(tx, invitations, { where, after, spaceId, limit: limit + 1 }), limit)
}

/** All that is open, for administrators: into groups, or to work here. */
export async function listForAdministrators(
  tx: Tx,
  into: 'groups' | 'portal',
  { limit, after, state }: Page & { state?: 'waiting' },
) {
  const where: (SQL | undefined)[] = [
    notClosed(),
    isNull(invitations.linkId),
    into === 'groups' ? isNotNull(invitations.groupId) : isNull(invitations.groupId),
    state ? isNotNull(invitations.heldAt) : undefined,
    after ? sql`${invitations.id} < ${after}` : undefined,
  ]
  const rows = await tx
    .select()
    .from(invitations)
    .where(and(...where))
    .orderBy(sql`${invitations.id} desc`)
    .limit(limit + 1)
  return pageOf(tx, rows, limit)
}

/** The row of an invitation that is not closed and that the person asking may see. */
export async function invitationRow(tx: Tx, id: string): Promise<InvitationRow> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), notClosed()))
  return found(row)
}

/** What somebody is in a group; null when nothing, or when the person asking may not know. */
export async function roleIn(tx: Tx, groupId: string, personId: string) {
  const [member] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId)))
  return member?.role ?? null
}

/** The names of groups, as far as the person asking may know them. */
export async function groupNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const each = [...new Set(ids)]
  if (each.length === 0) return new Map()
  const known = await tx.select({ id: groups.id, name: groups.name }).from(groups).where(among(groups.id, each))
  return new Map(known.map(({ id, name }) => [id, name]))
}

/** Invitations as they are answered. */
export async function invitationsIn(tx: Tx, rows: InvitationRow[]): Promise<Invitation[]> {
  const named = await namedPeople(
    tx,
    rows.flatMap((row) => [row.invitedBy, row.personId]),
  )
  const into = await groupNames(
    tx,
    rows.flatMap((row) => row.groupId ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    groupId: row.groupId,
    groupName: (row.groupId && into.get(row.groupId)) || null,
    email: row.address,
    name: row.name,
    person: (row.personId && named.get(row.personId)) || null,
    company: row.company,
    language: row.language,
    note: row.note,
    role: row.role,
    accessUntil: row.accessUntil,
    purpose: row.purpose,
    invitedBy: named.get(row.invitedBy) ?? null,
    sentAt: row.sentAt,
    expiresAt: row.expiresAt,
    state: stateOf(row),
    lobby: row.throughLobby,
  }))
}

function stateOf(row: InvitationRow): Invitation['state'] {
  if (row.outcome === 'asked' || row.outcome === 'declined') return row.outcome
  if (row.heldAt) return 'waiting'
  if (row.expiresAt <= new Date()) return 'expired'
  return row.personId ? 'added' : 'pending'
}

async function pageOf(tx: Tx, rows: InvitationRow[], limit: number) {
  const items = await invitationsIn(tx, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
