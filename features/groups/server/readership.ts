import { and, count, eq, isNotNull, or } from 'drizzle-orm'
import { companies, people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { laneIn, type Addressed } from './places.ts'
import { groupRow } from './queries.ts'
import { members } from './tables.ts'

/** Who will read what is written in a group: external companies with how many people, and colleagues. Counted under the rules of whoever asks. */
export async function readershipOf(tx: Tx, groupId: string, { audience, laneId }: Addressed) {
  const { spaceId } = await groupRow(tx, groupId)
  if (laneId) await laneIn(tx, spaceId, laneId)
  const rows = await tx
    .select({ kind: people.kind, company: companies.name, count: count() })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(companies, and(isNotNull(people.companyId), eq(companies.id, people.companyId)))
    .where(
      and(
        eq(members.groupId, groupId),
        laneId ? or(eq(people.kind, 'employee'), eq(members.audienceId, laneId)) : undefined,
      ),
    )
    .groupBy(people.kind, companies.name)
    .orderBy(companies.name)
  const colleagues = rows.find((row) => row.kind === 'employee')?.count ?? 0
  const outside = audience === 'team' ? [] : rows.filter((row) => row.kind === 'external')
  return { colleagues, companies: outside.map((row) => ({ name: row.company ?? '', count: row.count })) }
}
