import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { audienceOf } from '#access/spaces.ts'
import { tell } from '#events/tell.ts'
import { mustBeOpen, type GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { invitationSent, invitationWithdrawn } from '../events.ts'
import { takeOut } from '../adding/server/coming.ts'
import { addressOf, readAddresses, refuseKnown, type Destination, type TypedAddress } from './addresses.ts'
import { notClosed, type InvitationRow } from './open.ts'
import { keepsGroup, moderatorsByKeepers, mustHaveInHand, mustMaySay, wayOfInviting, type Inviting } from './rights.ts'
import { followRules, termsOf } from './rules.ts'
import { invitations } from './tables.ts'

/** Invites people into an external group, as somebody who works here; who was invited already gets a new letter (INV-1). */
export async function inviteInto(tx: Tx, me: Me, group: GroupRow, input: Inviting): Promise<InvitationRow[]> {
  const way = await wayOfInviting(tx, me, group)
  mustBeOpen(group)
  await mustMaySay(tx, me, group, input)
  const typed = readAddresses(input.emails, { language: me.language, country: input.country })
  await followRules(tx, me, typed)
  await refuseKnown(tx, typed, group.id)
  return sendAll(tx, { group, typed, way }, input, me)
}

/**
 * Writes the invitations for all addresses, with the group's team. Whoever keeps the group renews what those who work here sent, everybody else
 * what they sent themselves. In the keeper's transaction as well.
 */
export async function sendAll(
  tx: Tx,
  { group, typed, way }: { group: GroupRow; typed: TypedAddress[]; way: 'directly' | 'lobby' },
  input: Inviting,
  me: Me,
): Promise<InvitationRow[]> {
  const team = found(await audienceOf(tx, group.spaceId, 'team'))
  const renews = (await keepsGroup(tx, me, group.id)) ? 'all' : 'own'
  const place = { ...team, groupId: group.id, throughLobby: way === 'lobby', renews } as const
  const rows = new Map<number, InvitationRow>()
  // In the order of the addresses, so that of two lists at once neither waits for the other in a ring.
  for (const { at, address } of typed.toSorted((a, b) => (a.address.normalised < b.address.normalised ? -1 : 1)))
    rows.set(at, await send(tx, place, address, { ...input, ...input.each?.[at] }, me))
  return typed.map(({ at }) => found(rows.get(at)))
}

/** Sends the letter anew, in the name of whoever does so; the link of the letter before dies at once (INV-7). */
export async function resend(tx: Tx, me: Me, row: InvitationRow, group: GroupRow): Promise<InvitationRow> {
  await mustHaveInHand(tx, me, row)
  mustBeOpen(group)
  const throughLobby = (await wayOfInviting(tx, me, group)) === 'lobby'
  if (row.role === 'moderator' && !(await keepsGroup(tx, me, group.id))) throw moderatorsByKeepers()
  await followRules(tx, me, [addressOf(row)])
  await closeOwn(tx, row, me)
  return renew(tx, row, { throughLobby }, me)
}

/** Whoever sends somebody else's letter anew has one to the same address after that, and not two. */
async function closeOwn(tx: Tx, { id, groupId, email }: InvitationRow, me: Me): Promise<void> {
  if (groupId === null) return
  const [own] = await tx
    .select()
    .from(invitations)
    .where(
      and(eq(invitations.groupId, groupId), byLetter(email), eq(invitations.invitedBy, me.id), ne(invitations.id, id)),
    )
  // Whoever was added is not taken out by this: then the letters stay as they are, and the database says so.
  if (own && own.personId === null) await close(tx, own, me)
}

const byLetter = (email: string) => and(eq(invitations.email, email), isNull(invitations.linkId), notClosed())

/** Takes an invitation back; its link dies at once (INV-7). */
export async function withdraw(tx: Tx, me: Me, row: InvitationRow): Promise<void> {
  await mustHaveInHand(tx, me, row)
  await close(tx, row, me)
}

/**
 * Writes an invitation, or renews the one that is open for this address: it says then what is said now, and nothing of what was said before
 * (INV-10). Who renews their own only has a letter of their own beside that of somebody else, and learns nothing of it. In the keeper's
 * transaction as well.
 */
export async function send(
  tx: Tx,
  { renews, ...place }: Placed & { groupId: string | null; throughLobby: boolean; renews: 'own' | 'all' },
  address: Destination,
  input: Inviting & NonNullable<Inviting['each']>[number],
  me: Me,
): Promise<InvitationRow> {
  const { groupId, throughLobby } = place
  const about = {
    company: input.company ?? null,
    name: input.name ?? '',
    position: input.position ?? '',
    note: input.note ?? '',
    purpose: input.purpose ?? '',
    role: input.role ?? 'member',
    accessUntil: input.accessUntil ?? null,
    language: input.language ?? me.language,
  }
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`invited ${groupId ?? ''} ${address.normalised}`}, 0))`,
  )
  const own = eq(invitations.invitedBy, me.id)
  const among = renews === 'own' ? own : sentByEmployee
  const [present] = await tx
    .select()
    .from(invitations)
    .where(
      and(
        groupId ? and(eq(invitations.groupId, groupId), among) : isNull(invitations.groupId),
        byLetter(address.normalised),
      ),
    )
    .orderBy(desc(own), invitations.id)
    .limit(1)
  if (present) return renew(tx, present, { ...about, throughLobby }, me)
  const sentAt = new Date()
  const [made] = await tx
    .insert(invitations)
    .values({
      ...place,
      ...about,
      email: address.normalised,
      address: address.text,
      invitedBy: me.id,
      sentAt,
      ...(await termsOf(tx, me, place, sentAt)),
    })
    .returning()
  await tellSent(tx, found(made), me)
  return found(made)
}

/** Invitations by those who work here. */
export const sentByEmployee = sql`exists (select 1 from people p where p.id = ${invitations.invitedBy} and p.kind = 'employee')`

/**
 * Makes an invitation good again from now on, with a letter and a link of its own. One that an administrator looked at waits for them again
 * when it says something else by now, or is somebody else's; sent anew as it was, it goes (INV-9).
 */
export async function renew(
  tx: Tx,
  { id }: InvitationRow,
  changes: Partial<InvitationRow>,
  me: Me,
): Promise<InvitationRow> {
  const sentAt = new Date()
  // Held: what was looked at must still be what stands there when this is written.
  const [present] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), notClosed()))
    .for('update')
  const row = found(present)
  const approved = row.approvedBy !== null && row.heldAt === null && isSame(row, { invitedBy: me.id, ...changes })
  const [renewed] = await tx
    .update(invitations)
    .set({
      invitedBy: me.id,
      ...changes,
      sending: sql`${invitations.sending} + 1`,
      tokenHash: null,
      sentAt,
      ...(await termsOf(tx, me, { ...row, approved }, sentAt)),
    })
    .where(eq(invitations.id, id))
    .returning()
  await tellSent(tx, found(renewed), me)
  return found(renewed)
}

/** What an administrator looks at before a letter goes. */
const looked = ['invitedBy', 'role', 'accessUntil', 'note', 'company', 'purpose', 'name', 'position'] as const

const isSame = (row: InvitationRow, changes: Partial<InvitationRow>): boolean =>
  looked.every((key) => changes[key] === undefined || changes[key] === row[key])

/** Takes an invitation back for whoever may; somebody who was added and has not come is taken out again, then only for the keeper. */
export async function close(tx: Tx, row: InvitationRow, me: Me): Promise<void> {
  const [closed] = await tx
    .update(invitations)
    .set({ withdrawnAt: new Date(), tokenHash: null })
    .where(and(eq(invitations.id, row.id), notClosed()))
    .returning()
  await tell(tx, invitationWithdrawn, { about: found(closed), data: { email: row.address }, by: me.id })
  if (row.groupId && row.personId) await takeOut(tx, row.groupId, row.personId, me.id)
}

export const tellSent = (tx: Tx, row: InvitationRow, me: Me): Promise<void> =>
  tell(tx, invitationSent, { about: row, data: { email: row.address, sending: row.sending }, by: me.id })
