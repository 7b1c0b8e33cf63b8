import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Inviter } from '#features/groups/server/door.ts'
import { members } from '#features/groups/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { invitations } from './tables.ts'

/**
 * Through whom somebody came into each of the groups that they are in (PPL-11): the letter that they followed, or with which they were added.
 * One that they followed when they were inside already let nobody in. For the keeper: whoever is invited reads no invitation.
 */
export async function readInviters(tx: Tx, personId: string): Promise<Inviter[]> {
  return tx
    .selectDistinctOn([members.groupId], {
      groupId: members.groupId,
      by: invitations.invitedBy,
      purpose: invitations.purpose,
    })
    .from(members)
    .innerJoin(invitations, eq(invitations.groupId, members.groupId))
    .where(
      and(
        eq(members.personId, personId),
        or(
          and(eq(invitations.personId, personId), isNull(invitations.withdrawnAt)),
          and(
            eq(invitations.acceptedBy, personId),
            // The two clocks may differ by little.
            sql`${invitations.acceptedAt} <= ${members.since} + interval '1 minute'`,
          ),
        ),
      ),
    )
    .orderBy(members.groupId, sql`${invitations.acceptedAt} desc nulls last`, desc(invitations.sentAt))
}
