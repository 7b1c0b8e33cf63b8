import { and, eq, isNull } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { members } from '../../server/tables.ts'

async function isSponsor(tx: Tx, me: Me, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ sponsorId: sponsorships.sponsorId })
    .from(sponsorships)
    .where(eq(sponsorships.personId, personId))
  return row?.sponsorId === me.id
}

/** Whether somebody lets people from outside stay in a group (INV-11): its owner and moderators who work here, administrators, and the sponsor who is in it. */
export async function mayRenew(tx: Tx, me: Me, groupId: string, personId: string): Promise<boolean> {
  if (me.kind !== 'employee') return false
  if (me.administrator) return true
  const role = await roleOf(tx, groupId, me.id)
  if (role === null) return false
  return role !== 'member' || isSponsor(tx, me, personId)
}

/** The rule that somebody meets who sees a member and may not renew. */
export const sponsorsOnly = () =>
  refused(
    'RENEWED_BY_SPONSORS',
    'Only the sponsor of this person, the owner and the moderators of this group, and administrators say until when they stay.',
  )

/** What somebody is in a group; null when nothing. */
async function roleOf(tx: Tx, groupId: string, personId: string) {
  const [member] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId), isNull(members.lapsedAt)))
  return member?.role ?? null
}
