import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { iAmEmployee } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import type { Tool } from '#access/tools.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { laneOfMember, type Addressed } from './places.ts'
import { groupRow, laneIn, readsIn, type GroupRow } from './queries.ts'
import { members } from './tables.ts'
import { whoSee } from './tools/mine.ts'

/** Who will read what is written in a group: external companies with how many people, and colleagues. Counted under the rules of whoever asks. */
export async function readershipOf(tx: Tx, groupId: string, asked: Asked) {
  const group = await groupRow(tx, groupId)
  const laneId = await laneAsked(tx, group, asked)
  const seeing = asked.tool ? await whoSee(tx, group, asked.tool) : undefined
  const rows = await tx
    .select({ kind: people.kind, company: people.company, count: count() })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.groupId, groupId), isNull(members.lapsedAt), seeing, laneId ? readsIn(laneId) : undefined))
    .groupBy(people.kind, people.company)
    .orderBy(people.company)
  const colleagues = rows.find((row) => row.kind === 'employee')?.count ?? 0
  const outside = asked.audience === 'team' ? [] : rows.filter((row) => row.kind === 'external')
  const { rows: kinds } = await tx.execute<{ employee: boolean }>(sql`select ${iAmEmployee} as employee`)
  const voice = group.isolation === 'voice' && !kinds[0]?.employee
  return { voice, colleagues, companies: outside.map((row) => ({ name: row.company ?? '', count: row.count })) }
}

/** What is written for one person who is kept apart is read in their lane. */
type Asked = Addressed & { personId?: string | undefined; tool?: Tool | undefined }

async function laneAsked(tx: Tx, group: GroupRow, { laneId, personId }: Asked): Promise<string | undefined> {
  if (laneId) return (await laneIn(tx, group.spaceId, laneId)).audienceId
  return personId ? (await laneOfMember(tx, group, personId))?.audienceId : undefined
}
