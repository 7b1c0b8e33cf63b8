import { sql, type SQL } from 'drizzle-orm'
import { isOutside, type Mover } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'

type Separating = Parameters<Mover['move']>[1]

/** Ids of those who voted by name in polls of some posts (a query of their ids) where more than one external counted them. */
export const votedInPosts = ({ shared }: Pick<Separating, 'shared'>, posts: SQL): SQL =>
  sql`select person_id from poll_votes where post_id in (${posts}) and ${shared(sql`audience_id`)}`

/**
 * Brings what was voted in polls of some posts (a query of id and audience_id) to where it is counted from now on (GRP-7): votes of externals to where
 * they speak, those of others with the post. Of votes without names nobody knows whose they are: where an external is among those who voted, the
 * sums stay with those who work here.
 */
export async function moveVotes(tx: Tx, separating: Separating, posts: SQL): Promise<void> {
  const { spaceId, shared, laneOf } = separating
  const goes = sql`coalesce(${laneOf(sql`v.person_id`)}, x.audience_id)`
  await tx.execute(sql`update poll_votes v set audience_id = ${goes} from (${posts}) x
    where x.id = v.post_id and v.space_id = ${spaceId} and ${shared(sql`v.audience_id`)} and v.audience_id <> ${goes}`)
  const mixed = sql`exists (select from poll_turnouts t where t.post_id = b.post_id and ${isOutside(sql`t.person_id`)})`
  await tx.execute(sql`
    with gone as (
      delete from poll_boxes b using (${posts}) x, audiences team
      where x.id = b.post_id and b.space_id = ${spaceId} and ${shared(sql`b.audience_id`)}
        and team.space_id = b.space_id and team.kind = 'team' and b.audience_id <> case when ${mixed} then team.id else x.audience_id end
      returning b.post_id, b.space_id, case when ${mixed} then team.id else x.audience_id end as audience_id, b.ballots, b.counts
    )
    insert into poll_boxes (post_id, space_id, audience_id, ballots, counts)
    select g.post_id, g.space_id, g.audience_id, sum(g.ballots), (select array_agg(s.votes order by s.n) from (
      select u.n, sum(u.votes)::int as votes from gone o, unnest(o.counts) with ordinality u(votes, n)
      where o.post_id = g.post_id and o.audience_id = g.audience_id group by u.n) s)
    from gone g group by g.post_id, g.space_id, g.audience_id
    on conflict (post_id, audience_id) do update set ballots = poll_boxes.ballots + excluded.ballots,
      counts = array(select u.before + u.now from unnest(poll_boxes.counts, excluded.counts) with ordinality u(before, now, n) order by u.n)`)
}
