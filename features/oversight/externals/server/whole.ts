import { and, count, eq, gt, isNull, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { sessions, tokens } from '#access/sign-in-tables.ts'
import { people, spaces } from '#access/tables.ts'
import { posts } from '#features/feed/server/tables.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import { tasks } from '#features/tasks/server/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { OverseenWhole, Stay } from '../contract.ts'

type Known = Pick<OverseenWhole, 'position' | 'purpose' | 'createdAt' | 'sessions' | 'tokens'>

/** A membership before it is known how much the group shares. */
export type Standing = Omit<Stay, 'shares' | 'opens'> & { spaceId: string }

/** What is kept of somebody beside their row in the list. For the keeper. */
export async function knownOf(tx: Tx, personId: string): Promise<Known> {
  const [row] = await tx
    .select({ position: people.position, createdAt: people.createdAt, purpose: sponsorships.purpose })
    .from(people)
    .leftJoin(sponsorships, eq(sponsorships.personId, people.id))
    .where(eq(people.id, personId))
  const [open] = await tx
    .select({ n: count() })
    .from(sessions)
    .where(and(eq(sessions.userId, personId), gt(sessions.expiresAt, sql`now()`)))
  const [made] = await tx.select({ n: count() }).from(tokens).where(eq(tokens.personId, personId))
  const { position, createdAt, purpose } = found(row)
  return { position, createdAt, purpose: purpose ?? '', sessions: open?.n ?? 0, tokens: made?.n ?? 0 }
}

/** Where somebody is, of the groups with these spaces or of all. For the keeper. */
export async function standingsOf(tx: Tx, personId: string, within: string[] | null): Promise<Standing[]> {
  const rows = await tx
    .select({ member: members, group: groups })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .innerJoin(spaces, and(eq(spaces.id, members.spaceId), isNull(spaces.deletedAt)))
    .where(and(eq(members.personId, personId), within ? among(members.spaceId, within) : undefined))
    .orderBy(members.id)
  return rows.map(({ member: { role, since, until, lapsedAt, spaceId }, group }) => ({
    group: { id: group.id, name: group.name },
    role,
    since,
    until,
    lapsedAt,
    spaceId,
    archived: group.archivedAt !== null,
    isolation: group.isolation,
  }))
}

/** How much somebody sees in each of some spaces. Under their own rules: so it is what they see, and nothing reckoned. */
export async function sharesIn(tx: Tx, spaceIds: string[]): Promise<Map<string, Stay['shares']>> {
  const counted = async (table: typeof posts | typeof tasks | typeof members) => {
    const rows = await tx
      .select({ spaceId: table.spaceId, n: count() })
      .from(table)
      .where(among(table.spaceId, spaceIds))
      .groupBy(table.spaceId)
    return new Map(rows.map(({ spaceId, n }) => [spaceId, n]))
  }
  const [written, given, met] = [await counted(posts), await counted(tasks), await counted(members)]
  return new Map(
    spaceIds.map((id) => [
      id,
      { people: Math.max(0, (met.get(id) ?? 0) - 1), posts: written.get(id) ?? 0, tasks: given.get(id) ?? 0 },
    ]),
  )
}
