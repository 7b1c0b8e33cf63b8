import { sql } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { audienceOf } from '#access/spaces.ts'
import { groupRow, placeIn, type Addressed } from '#features/groups/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { AddresseeAsked } from '../../addressing/contract.ts'
import { choose } from '../../addressing/server/choosing.ts'
import { whatAllRead } from '../../addressing/server/keeper.ts'
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
  return usedIn(tx, [...new Set([audienceId, everyone?.audienceId ?? audienceId])], begins)
}

/** The same for a post to any mix: used in what was said to the very same, or to everyone who works here where nobody from outside is among them. */
export async function offerTagsTo(
  tx: Tx,
  { database, me }: { database: Database; me: Pick<Me, 'id' | 'kind'> },
  { to, begins }: { to: AddresseeAsked[]; begins: string },
): Promise<{ items: string[] }> {
  const [first, second] = to
  if (first?.kind === 'group' && !second)
    return offerTags(tx, me, { id: first.id, audience: first.team ? 'team' : 'everyone', begins })
  return usedIn(tx, await whatAllRead(database, me, await choose(tx, me, to)), begins)
}

/** Tags of posts that stand in these audiences, as far as the person asking reads them, most used first. */
async function usedIn(tx: Tx, there: string[], begins: string): Promise<{ items: string[] }> {
  const { rows } = await tx.execute<{ label: string }>(sql`
    select (array_agg(g.label order by g.post_id))[1] as label
    from unnest(${sql.param(there)}::uuid[]) there(key) cross join lateral (
      select t.tag, t.label, t.post_id from post_tags t where t.audience_id = there.key and starts_with(t.tag, ${keyOf(begins)})
      order by t.post_id desc limit ${mostCounted}) g
    group by g.tag order by count(*) desc, g.tag limit ${mostOffered}`)
  return { items: rows.map(({ label }) => label) }
}
