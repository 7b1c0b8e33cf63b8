import { and, eq } from 'drizzle-orm'
import { people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { GroupRow } from '../queries.ts'
import { members } from '../tables.ts'

/**
 * Whether nobody from outside is in a group that is open to them: whoever lets the first one in is told what becomes visible, and may keep it for
 * the team (GRP-3). Where newcomers begin with the day they come there is nothing to choose.
 */
export async function awaitsFirst(tx: Tx, { id, externalSince, history }: GroupRow): Promise<boolean> {
  if (!externalSince || history === 'joining') return false
  const there = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(people, and(eq(people.id, members.personId), eq(people.kind, 'external')))
    .where(eq(members.groupId, id))
    .limit(1)
  return there.length === 0
}
