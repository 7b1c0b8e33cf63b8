import { and, count, eq, ilike, isNull, sql } from 'drizzle-orm'
import { companies, people } from '#access/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Separation } from '../../isolation/contract.ts'
import { groupRow } from '../queries.ts'
import { groupSeparations, lanes, members } from '../tables.ts'

/** Those from outside who are kept apart in a group and are in it now, by name, with how many people each is. For its team. */
export async function listLanes(
  tx: Tx,
  groupId: string,
  query: { limit: number; after?: string | undefined; search?: string | undefined },
) {
  await groupRow(tx, groupId)
  const name = sql<string>`coalesce(${companies.name}, ${people.name})`
  const rows = await tx
    .select({ id: lanes.audienceId, name, company: sql<boolean>`${lanes.companyId} is not null`, people: count() })
    .from(lanes)
    .innerJoin(
      members,
      and(eq(members.audienceId, lanes.audienceId), eq(members.groupId, groupId), isNull(members.lapsedAt)),
    )
    .leftJoin(companies, eq(companies.id, lanes.companyId))
    .leftJoin(people, eq(people.id, lanes.personId))
    .where(
      and(
        eq(lanes.groupId, groupId),
        query.search ? ilike(name, `%${query.search.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
        query.after ? sql`(${name}, ${lanes.audienceId}::text) > (${cursorOf(query.after)})` : undefined,
      ),
    )
    .groupBy(lanes.audienceId, companies.name, people.name)
    .orderBy(name, sql`${lanes.audienceId}::text`)
    .limit(query.limit + 1)
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > query.limit ? `${last.id} ${last.name}` : null }
}

/** How far keeping people apart in a group has come, while it is under way. For its team. */
export async function readSeparation(tx: Tx, groupId: string): Promise<{ going: Separation | null }> {
  await groupRow(tx, groupId)
  const [going] = await tx
    .select({ total: groupSeparations.total, moved: groupSeparations.moved, askedAt: groupSeparations.askedAt })
    .from(groupSeparations)
    .where(eq(groupSeparations.groupId, groupId))
  return { going: going ?? null }
}

/** Of audiences of groups, those that are lanes, with the name of who speaks there. To externals none of them is: where they are is everyone. */
export async function laneNames(tx: Tx, audienceIds: string[]): Promise<Map<string, { id: string; name: string }>> {
  const rows = await tx
    .select({ id: lanes.audienceId, company: companies.name, person: people.name })
    .from(lanes)
    .leftJoin(companies, eq(companies.id, lanes.companyId))
    .leftJoin(people, eq(people.id, lanes.personId))
    .where(among(lanes.audienceId, audienceIds))
  return new Map(rows.map(({ id, company, person }) => [id, { id, name: company ?? person ?? '' }]))
}

/** Where the page before ended: the id, then the name. */
const cursorOf = (after: string) => sql`${after.slice(37)}::text, ${after.slice(0, 36)}::text`
