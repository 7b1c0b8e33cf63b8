import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Comer } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { notClosed } from './open.ts'
import { invitations, roomLinks } from './tables.ts'

/** A letter that leads straight into the group, whoever looks at it before or not; those by a link go with the link. */
const letsIn = (groupId: string) =>
  and(eq(invitations.groupId, groupId), isNull(invitations.linkId), eq(invitations.throughLobby, false), notClosed())

/** Whether somebody from outside may come into a group without anybody being asked again: by a letter, or by a link. For the keeper. */
export async function isExpected(tx: Tx, groupId: string): Promise<boolean> {
  const letter = tx.select({ id: invitations.id }).from(invitations).where(letsIn(groupId)).limit(1)
  if ((await letter).length > 0) return true
  const open = and(eq(roomLinks.groupId, groupId), isNull(roomLinks.endedAt), gt(roomLinks.expiresAt, sql`now()`))
  return (await tx.select({ id: roomLinks.id }).from(roomLinks).where(open).limit(1)).length > 0
}

/** Who holds a letter that lets them in, or would as soon as the group is open: how many, and the latest by name or address. For the keeper. */
export async function invitedInto(tx: Tx, groupId: string, most: number): Promise<{ count: number; some: Comer[] }> {
  const good = and(letsIn(groupId), isNull(invitations.personId), gt(invitations.expiresAt, sql`now()`))
  const [all] = await tx.select({ n: count() }).from(invitations).where(good)
  const some = await tx
    .select({
      name: sql<string>`coalesce(nullif(${invitations.name}, ''), ${invitations.address})`,
      company: invitations.company,
    })
    .from(invitations)
    .where(good)
    .orderBy(desc(invitations.id))
    .limit(most)
  return { count: all?.n ?? 0, some }
}
