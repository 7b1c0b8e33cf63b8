import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { circles, people } from '#access/tables.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { notClosed, type InvitationRow } from './open.ts'
import { invitations, roomLinks } from './tables.ts'

/** What an invitation or a link stands on. */
type Ground = Pick<InvitationRow, 'invitedBy' | 'groupId'> & Partial<Pick<InvitationRow, 'personId' | 'linkId'>>

/**
 * Holds what an invitation or a link stands on as it is until the end of the transaction. Always in this one order, and letters after all of
 * it, so that of two who come at once none waits for the other in a ring. For the keeper.
 */
export async function holdGround(tx: Tx, { invitedBy, groupId, personId, linkId }: Ground): Promise<void> {
  const administrators = and(isNull(circles.spaceId), eq(circles.name, 'system-administrators'))
  await tx.select({ id: circles.id }).from(circles).where(administrators).for('share')
  await tx.select({ id: people.id }).from(people).where(eq(people.id, invitedBy)).for('share')
  if (personId) await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('no key update')
  if (groupId) {
    const theirs = [invitedBy, ...(personId ? [personId] : [])]
    // As strongly from the start as letting somebody in asks for.
    await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('no key update')
    await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.groupId, groupId), inArray(members.personId, theirs)))
      .orderBy(asc(members.id))
      .for('share')
  }
  if (linkId) await tx.select({ id: roomLinks.id }).from(roomLinks).where(eq(roomLinks.id, linkId)).for('share')
  await holdRules(tx)
}

/** Holds every open letter into the same group to the same address: whoever comes by one closes the others. For the keeper, who holds the ground. */
export async function holdLetters(tx: Tx, { id, groupId, email }: InvitationRow): Promise<void> {
  const same = groupId
    ? and(eq(invitations.groupId, groupId), eq(invitations.email, email), notClosed())
    : eq(invitations.id, id)
  await tx.select({ id: invitations.id }).from(invitations).where(same).orderBy(asc(invitations.id)).for('update')
}

/** Holds the rules of the portal, of which there is a row from now on. For the keeper. */
export async function holdRules(tx: Tx): Promise<void> {
  await tx.execute(sql`insert into invitation_rules default values on conflict do nothing`)
  await tx.execute(sql`select from invitation_rules for share`)
}
