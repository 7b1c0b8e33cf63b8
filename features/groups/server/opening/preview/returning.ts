import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Comer } from '../../slots.ts'
import { members } from '../../tables.ts'

/** Members from outside who were in a group before it was closed and come back when it opens: how many, and some by name. For the keeper. */
export async function returningInto(tx: Tx, groupId: string, most: number): Promise<{ count: number; some: Comer[] }> {
  const there = and(
    eq(members.groupId, groupId),
    isNull(members.lapsedAt),
    eq(people.kind, 'external'),
    isNull(people.dismissedAt),
  )
  const [all] = await tx
    .select({ n: count() })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(there)
  const some = await tx
    .select({ name: people.name, company: people.company })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(there)
    .orderBy(asc(people.name), asc(people.id))
    .limit(most)
  return { count: all?.n ?? 0, some }
}
