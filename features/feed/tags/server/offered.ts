import { sql } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { audienceOf } from '#access/spaces.ts'
import { groupRow, placeIn, type Addressed } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { keyOf } from './key.ts'

/** So many are offered, of so many that were given last. */
const mostOffered = 20
const mostCounted = 2000

/**
 * Tags that are offered for a post to a part of a group: used there, or where everyone reads, as far as the person asking reads them. A word of the team
 * or of one company is offered where it stays among them.
 */
export async function offerTags(
  tx: Tx,
  me: Pick<Me, 'id'>,
  { id, begins, ...addressed }: Addressed & { id: string; begins: string },
): Promise<{ items: string[] }> {
  const { spaceId, audienceId } = await placeIn(tx, me, await groupRow(tx, id), addressed)
  const everyone = await audienceOf(tx, spaceId, 'everyone')
  const there = [...new Set([audienceId, everyone?.audienceId ?? audienceId])]
  const { rows } = await tx.execute<{ label: string }>(sql`
    select (array_agg(g.label order by g.post_id))[1] as label
    from unnest(${sql.param(there)}::uuid[]) there(key) cross join lateral (
      select t.tag, t.label, t.post_id from post_tags t where t.audience_id = there.key and starts_with(t.tag, ${keyOf(begins)})
      order by t.post_id desc limit ${mostCounted}) g
    group by g.tag order by count(*) desc, g.tag limit ${mostOffered}`)
  return { items: rows.map(({ label }) => label) }
}
