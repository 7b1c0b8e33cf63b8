import { sql } from 'drizzle-orm'
import { toolOf, type Tool } from '#access/tools.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** How much stands somewhere: things, and what is said below them. */
interface Standing {
  things: number
  comments: number
}

/** What stands in a tool of a space, and is said below it: for all who are there, and for those who work here alone. For the keeper. */
export async function standingIn(
  tx: Tx,
  spaceId: string,
  tool: Tool,
): Promise<{ forAll: Standing; forTeam: Standing }> {
  const nouns = Object.entries(toolOf).flatMap(([noun, of]) => (of === tool ? [noun] : []))
  const { rows } = await tx.execute<{ team: boolean; things: number; comments: number }>(sql`
    select a.kind = 'team' as team, sum(x.things)::int as things, sum(x.comments)::int as comments
    from (
      select h.audience_id, 1 as things, 0 as comments from threads h
      where h.space_id = ${spaceId} and h.kind = any (${sql.param(nouns)}::text[])
      union all
      select c.audience_id, 0, 1 from comments c join threads h on h.id = c.thread_id
      where c.space_id = ${spaceId} and c.deleted_at is null and h.kind = any (${sql.param(nouns)}::text[])
    ) x join audiences a on a.id = x.audience_id group by 1`)
  const of = (team: boolean): Standing => {
    const row = rows.find((one) => one.team === team)
    return { things: row?.things ?? 0, comments: row?.comments ?? 0 }
  }
  return { forAll: of(false), forTeam: of(true) }
}
