import { and, eq } from 'drizzle-orm'
import { tell } from '#events/tell.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { memberLeft } from '../events.ts'
import { exit } from './membership.ts'
import type { GroupRow } from './queries.ts'
import { members } from './tables.ts'

/** Takes a member out of a group and tells where they stood; whoever is none stays so. For the keeper. */
export async function goAway(tx: Tx, group: GroupRow, personId: string, by: string): Promise<void> {
  const [member] = await tx
    .select({ audienceId: members.audienceId })
    .from(members)
    .where(and(eq(members.groupId, group.id), eq(members.personId, personId)))
  if (!member) return
  await tell(tx, memberLeft, { about: { ...group, audienceId: member.audienceId }, data: { personId }, by })
  await exit(tx, group, personId)
}
