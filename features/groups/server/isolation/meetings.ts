import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'
import type { Isolation } from '../tables.ts'

/** How many people from outside are in a group, of how many companies, and how many of them know of another one there. For the keeper. */
export async function countMeetings(
  tx: Tx,
  groupId: string,
): Promise<{ people: number; companies: number; meet: number }> {
  const { rows } = await tx.execute<{ people: number; companies: number; meet: number }>(sql`
    with outside as (
      select m.person_id, m.audience_id, p.company_id, count(*) over (partition by m.audience_id) as together
      from members m join people p on p.id = m.person_id and p.kind = 'external' and p.dismissed_at is null where m.group_id = ${groupId} and m.lapsed_at is null
    )
    select count(*)::int as people, count(distinct company_id)::int as companies, count(*) filter (where together > 1)::int as meet from outside`)
  return rows[0] ?? { people: 0, companies: 0, meet: 0 }
}

/** The same as it would be if they were kept apart in this way, without trying it. */
export async function countMeetingsIf(tx: Tx, groupId: string, isolation: Isolation) {
  const together =
    isolation === 'open'
      ? sql`count(*) over ()`
      : sql`case when p.company_id is null then 1 else count(*) over (partition by p.company_id) end`
  const { rows } = await tx.execute<{ people: number; companies: number; meet: number }>(sql`
    with outside as (
      select p.company_id, ${together} as together
      from members m join people p on p.id = m.person_id and p.kind = 'external' and p.dismissed_at is null where m.group_id = ${groupId}
    )
    select count(*)::int as people, count(distinct company_id)::int as companies,
      ${isolation === 'open' || isolation === 'company' ? sql`count(*) filter (where together > 1)::int` : sql`0`} as meet from outside`)
  return rows[0] ?? { people: 0, companies: 0, meet: 0 }
}
