import { and, eq } from 'drizzle-orm'
import { tell } from '#events/tell.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { memberJoined } from '../events.ts'
import { enter } from './membership.ts'
import type { GroupRow } from './queries.ts'
import { members } from './tables.ts'

interface Arriving {
  id: string
  kind: 'employee' | 'external'
}

/**
 * Lets somebody in who was invited or whose request was approved, in a role and until a date if one was set (INV-10). Whoever
 * is a member already stays what they are. For the keeper.
 */
export async function arrive(
  tx: Tx,
  group: GroupRow,
  person: Arriving,
  { role, until, by }: { role: 'moderator' | 'member'; until: Date | null; by: string },
): Promise<void> {
  const there = and(eq(members.groupId, group.id), eq(members.personId, person.id))
  const [present] = await tx.select({ id: members.id }).from(members).where(there)
  if (present) return
  const place = await enter(tx, group, person, role)
  if (until) await tx.update(members).set({ until }).where(there)
  await tell(tx, memberJoined, { about: { ...place, id: group.id }, data: { personId: person.id }, by })
}
