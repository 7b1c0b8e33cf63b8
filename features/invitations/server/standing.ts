import { and, eq, isNull, sql } from 'drizzle-orm'
import { circleMembers, circles, people } from '#access/tables.ts'
import type { GroupRow } from '#features/groups/server/door.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { InvitationRow } from './open.ts'

/** An invitation that still stands, with what it stands on. */
export interface Standing {
  invitation: InvitationRow
  group: GroupRow | null
  inviter: typeof people.$inferSelect
}

/**
 * What an invitation stands on, held as it is until the end of the transaction: its group is still open to externals, and
 * whoever invited is still here and still may. Null when it stands no more. For the keeper.
 */
export async function standingOf(tx: Tx, invitation: InvitationRow): Promise<Standing | null> {
  const [inviter] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, invitation.invitedBy), eq(people.kind, 'employee'), isNull(people.dismissedAt)))
    .for('share')
  if (!inviter) return null
  if (invitation.groupId === null)
    return (await isAdministrator(tx, inviter.id)) ? { invitation, group: null, inviter } : null
  const [group] = await tx.select().from(groups).where(eq(groups.id, invitation.groupId)).for('no key update')
  if (!group?.externalSince || group.archivedAt) return null
  const [member] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.groupId, group.id), eq(members.personId, inviter.id)))
    .for('share')
  return member?.role === 'owner' || member?.role === 'moderator' ? { invitation, group, inviter } : null
}

/** Whether somebody administers the portal, held so until the end of the transaction. For the keeper. */
export async function isAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const [member] = await tx
    .select({ id: circleMembers.personId })
    .from(circleMembers)
    .innerJoin(circles, eq(circles.id, circleMembers.circleId))
    .where(
      and(
        eq(circleMembers.personId, personId),
        isNull(circles.spaceId),
        sql`${circles.name} = 'system-administrators'`,
      ),
    )
    .for('share')
  return member !== undefined
}
