import { and, eq, sql } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { audienceOf } from '#access/spaces.ts'
import { tell } from '#events/tell.ts'
import { groupRow, mustBeOpen, type GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Address } from '#platform/mail/addresses.ts'
import type { Invitation } from '../contract.ts'
import { invitationSent, invitationWithdrawn } from '../events.ts'
import { addressOf, readAddresses, refuseKnown } from './addresses.ts'
import { notClosed, type InvitationRow } from './open.ts'
import { invitationRow, invitationsIn, roleIn } from './queries.ts'
import { followRules, termsOf } from './rules.ts'
import { invitations } from './tables.ts'

/** What an inviter says beside the addresses. */
export interface Inviting {
  emails: string[]
  note?: string
  language?: Me['language']
  company?: string
}

/** Invites people into an external group; who was invited already gets a new letter (INV-1). */
export async function inviteInto(tx: Tx, me: Me, group: GroupRow, input: Inviting): Promise<Invitation[]> {
  await mustInvite(tx, me, group.id)
  mustBeOpen(group)
  if (!group.externalSince)
    throw refused('GROUP_CLOSED_TO_EXTERNALS', 'This group is not open to external people. Its owner can open it.')
  const typed = readAddresses(input.emails)
  await followRules(tx, me, typed)
  await refuseKnown(tx, typed, group.id)
  const team = found(await audienceOf(tx, group.spaceId, 'team'))
  const rows: InvitationRow[] = []
  for (const { address } of typed) rows.push(await send(tx, { ...team, groupId: group.id }, address, input, me))
  return invitationsIn(tx, rows)
}

/** Sends the letter anew, in the name of whoever does so; the link of the letter before dies at once (INV-7). */
export async function resend(tx: Tx, me: Me, id: string): Promise<Invitation[]> {
  const row = await invitationRow(tx, id)
  const group = await groupRow(tx, found(row.groupId))
  await mustInvite(tx, me, group.id)
  mustBeOpen(group)
  if (!group.externalSince)
    throw refused(
      'GROUP_CLOSED_TO_EXTERNALS',
      'This group is not open to external people any more. Its owner can open it.',
    )
  await followRules(tx, me, [addressOf(row)])
  return invitationsIn(tx, [await renew(tx, row, {}, me)])
}

/** Takes an invitation back; its link dies at once (INV-7). */
export async function withdraw(tx: Tx, me: Me, id: string): Promise<void> {
  const row = await invitationRow(tx, id)
  await mustInvite(tx, me, found(row.groupId))
  await close(tx, row, me)
}

/** Writes an invitation, or renews the one that is open for this address. In the keeper's transaction as well. */
export async function send(
  tx: Tx,
  place: Placed & { groupId: string | null },
  address: Address,
  input: Inviting,
  me: Me,
): Promise<InvitationRow> {
  const about = { ...(input.company ? { company: input.company } : {}), ...(input.note ? { note: input.note } : {}) }
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
    .onConflictDoNothing()
    .returning()
  if (made) {
    await tellSent(tx, made, me)
    return made
  }
  const into = place.groupId ? eq(invitations.groupId, place.groupId) : sql`${invitations.groupId} is null`
  const [present] = await tx
    .select()
    .from(invitations)
    .where(and(into, eq(invitations.email, address.normalised), notClosed()))
  return renew(tx, found(present), { ...about, ...(input.language ? { language: input.language } : {}) }, me)
}

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

/** Takes an invitation back for whoever may. */
export async function close(tx: Tx, row: InvitationRow, me: Me): Promise<void> {
  const [closed] = await tx
    .update(invitations)
    .set({ withdrawnAt: new Date(), tokenHash: null })
    .where(and(eq(invitations.id, row.id), notClosed()))
    .returning()
  await tell(tx, invitationWithdrawn, { about: found(closed), data: { email: row.address }, by: me.id })
}

const tellSent = (tx: Tx, row: InvitationRow, me: Me): Promise<void> =>
  tell(tx, invitationSent, { about: row, data: { email: row.address, sending: row.sending }, by: me.id })

async function mustInvite(tx: Tx, me: Me, groupId: string): Promise<void> {
  const role = await roleIn(tx, groupId, me.id)
  if (me.kind !== 'employee' || (role !== 'owner' && role !== 'moderator'))
    throw refused(
      'INVITING_BY_OWNER_AND_MODERATORS',
      'Only the owner and the moderators of this group invite people. Ask one of them.',
    )
}
