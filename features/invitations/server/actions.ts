import { and, eq, isNull, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { audienceOf } from '#access/spaces.ts'
import { tell } from '#events/tell.ts'
import { mustBeOpen, type GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Invitation } from '../contract.ts'
import { invitationSent, invitationWithdrawn } from '../events.ts'
import { takeOut } from '../adding/server/coming.ts'
import { addressOf, readAddresses, refuseKnown, type Destination, type TypedAddress } from './addresses.ts'
import { notClosed, type InvitationRow } from './open.ts'
import { invitationsIn } from './queries.ts'
import { mustHaveInHand, mustMaySay, wayOfInviting, type Inviting } from './rights.ts'
import { followRules, termsOf } from './rules.ts'
import { invitations } from './tables.ts'

/** Invites people into an external group, as somebody who works here; who was invited already gets a new letter (INV-1). */
export async function inviteInto(tx: Tx, me: Me, group: GroupRow, input: Inviting): Promise<Invitation[]> {
  const way = await wayOfInviting(tx, me, group)
  mustBeOpen(group)
  await mustMaySay(tx, me, group, input)
  const typed = readAddresses(input.emails, { language: me.language, country: input.country })
  await followRules(tx, me, typed)
  await refuseKnown(tx, typed, group.id)
  return invitationsIn(tx, await sendAll(tx, { group, typed, way }, input, me))
}

/** Writes the invitations for all addresses, with the group's team. In the keeper's transaction as well. */
export async function sendAll(
  tx: Tx,
  { group, typed, way }: { group: GroupRow; typed: TypedAddress[]; way: 'directly' | 'lobby' },
  input: Inviting,
  me: Me,
): Promise<InvitationRow[]> {
  const team = found(await audienceOf(tx, group.spaceId, 'team'))
  const place = { ...team, groupId: group.id, throughLobby: way === 'lobby' }
  const rows: InvitationRow[] = []
  for (const { at, address } of typed) rows.push(await send(tx, place, address, { ...input, ...input.each?.[at] }, me))
  return rows
}

/** Sends the letter anew, in the name of whoever does so; the link of the letter before dies at once (INV-7). */
export async function resend(tx: Tx, me: Me, row: InvitationRow, group: GroupRow): Promise<InvitationRow> {
  await mustHaveInHand(tx, me, row)
  mustBeOpen(group)
  const throughLobby = (await wayOfInviting(tx, me, group)) === 'lobby'
  await followRules(tx, me, [addressOf(row)])
  return renew(tx, row, { throughLobby }, me)
}

/** Takes an invitation back; its link dies at once (INV-7). */
export async function withdraw(tx: Tx, me: Me, row: InvitationRow): Promise<void> {
  await mustHaveInHand(tx, me, row)
  await close(tx, row, me)
}

/**
 * Writes an invitation, or renews the one that is open for this address. People from outside renew their own only: that somebody
 * else invited the same person is nothing that they may learn. In the keeper's transaction as well.
 */
export async function send(
  tx: Tx,
  place: Placed & { groupId: string | null; throughLobby: boolean },
  address: Destination,
  input: Inviting & NonNullable<Inviting['each']>[number],
  me: Me,
): Promise<InvitationRow> {
  const { groupId, throughLobby } = place
  const about = {
    ...(input.company ? { company: input.company } : {}),
    ...(input.name ? { name: input.name } : {}),
    ...(input.position ? { position: input.position } : {}),
    ...(input.note ? { note: input.note } : {}),
    ...(input.purpose ? { purpose: input.purpose } : {}),
    ...(input.role ? { role: input.role } : {}),
    ...(input.accessUntil ? { accessUntil: input.accessUntil } : {}),
  }
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`invited ${groupId ?? ''} ${address.normalised}`}, 0))`,
  )
  const among = me.kind === 'external' ? eq(invitations.invitedBy, me.id) : sentByEmployee
  const [present] = await tx
    .select()
    .from(invitations)
    .where(
      and(
        groupId ? and(eq(invitations.groupId, groupId), among) : isNull(invitations.groupId),
        eq(invitations.email, address.normalised),
        isNull(invitations.linkId),
        notClosed(),
      ),
    )
  if (present)
    return renew(tx, present, { ...about, throughLobby, ...(input.language ? { language: input.language } : {}) }, me)
  const sentAt = new Date()
  const [made] = await tx
    .insert(invitations)
    .values({
      ...place,
      ...about,
      email: address.normalised,
      address: address.text,
      language: input.language ?? me.language,
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

/** Makes an invitation good again from now on, with a letter and a link of its own. */
export async function renew(
  tx: Tx,
  row: InvitationRow,
  changes: Partial<InvitationRow>,
  me: Me,
): Promise<InvitationRow> {
  const sentAt = new Date()
  const [renewed] = await tx
    .update(invitations)
    .set({
      ...changes,
      invitedBy: me.id,
      sending: sql`${invitations.sending} + 1`,
      tokenHash: null,
      sentAt,
      ...(await termsOf(tx, me, row, sentAt)),
    })
    .where(and(eq(invitations.id, row.id), notClosed()))
    .returning()
  await tellSent(tx, found(renewed), me)
  return found(renewed)
}

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
