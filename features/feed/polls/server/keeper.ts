import { sql } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { signalIn } from '#events/signal.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { voted } from '../../events.ts'
import type { Vote } from './actions.ts'

/**
 * Votes without a name, after the rules of the person were asked: that they voted is written down, and what they chose is added to the sums of where
 * they speak, in one. Nobody could do so for themselves: who may write sums could write any. No event tells of it, since events say who and when.
 */
export async function castBallot(database: Database, me: Pick<Me, 'id'>, vote: Vote): Promise<void> {
  const { id, spaceId, audienceId, options } = vote
  await asKeeper(database, async (tx) => {
    const { rowCount } = await tx.execute(sql`
      insert into poll_turnouts (post_id, person_id, space_id)
      select p.post_id, ${me.id}, p.space_id from polls p
      where p.post_id = ${id} and p.anonymous and (p.ends_at is null or p.ends_at > now()) for share
      on conflict do nothing`)
    if (!rowCount)
      throw refused('VOTE_IS_FINAL', 'You have voted. Nobody can find an anonymous vote again, so it stays as it is.')
    await tx.execute(sql`
      insert into poll_boxes (post_id, space_id, audience_id, ballots, counts)
      select ${id}, ${spaceId}, ${audienceId}, 1, array_agg((o.id = any (${sql.param(options)}::uuid[]))::int order by o.position)
      from poll_options o where o.post_id = ${id}
      on conflict (post_id, audience_id) do update set ballots = poll_boxes.ballots + 1,
        counts = array(select u.before + u.now from unnest(poll_boxes.counts, excluded.counts) with ordinality u(before, now, n) order by u.n)`)
    await signalIn(tx, voted, { id, spaceId, audienceId })
  })
}
