import { eq, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { me, seated } from '#access/rules.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { tableOf } from '#platform/database/table-of.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { rowsOf, type Activity } from '../../reading/server/shelves.ts'
import { postsIn, postRow } from '../../server/queries.ts'
import { posts } from '../../server/tables.ts'
import type { Marks } from '../contract.ts'
import { feedSettings, pins } from './tables.ts'
import { besideSpace, readUpTo } from './unread.ts'

/** Since when the person asking reads where a post `p` stands: asked by the key of its group, which of thousands of memberships looks at one. */
const memberSince = sql`lateral (select case when p.group_id is null then (select w.created_at from people w where w.id = ${me})
  else (select m.since from members m where m.group_id = p.group_id and m.person_id = ${me}) end as since)`

/** A post, and where it stands in the feed of the person asking. */
export type StandingPost = Pick<typeof posts.$inferSelect, 'id' | 'spaceId' | 'audienceId' | 'groupId'> &
  Pick<Activity, 'rose' | 'actorId'>

/** What posts that they read are to the person asking, by their ids. */
export async function marksOf(tx: Tx, standing: StandingPost[]): Promise<Map<string, Marks>> {
  if (standing.length === 0) return new Map()
  const { rows: found } = await tx.execute<Marks & { id: string }>(sql`
    select p.id, coalesce(p.actor_id <> ${me} and p.rose > ${readUpTo} and (r.up_to is null or r.up_to < p.rose), false) as unread,
      f.post_id is not null as favourite, pin.post_id is not null as pinned,
      ${seated({ spaceId: sql`p.space_id`, audienceId: sql`p.audience_id` }, 'manage')} as "mayPin"
    from ${tableOf('p', {
      id: standing.map(({ id }) => id),
      space_id: standing.map(({ spaceId }) => spaceId),
      audience_id: standing.map(({ audienceId }) => audienceId),
      group_id: standing.map(({ groupId }) => groupId),
      rose: standing.map(({ rose }) => rose),
      actor_id: standing.map(({ actorId }) => actorId),
    })}
    ${besideSpace(sql`p.space_id`, memberSince, sql`true`)}
    left join read_posts r on r.person_id = ${me} and r.post_id = p.id
    left join favourites f on f.person_id = ${me} and f.post_id = p.id
    left join pins pin on pin.post_id = p.id`)
  return new Map(found.map(({ id, ...marks }) => [id, marks]))
}

/** The same for one post. */
export async function marksOfPost(tx: Tx, id: string): Promise<Marks> {
  const post = await postRow(tx, id)
  const [row] = await rowsOf(tx, [id])
  return found((await marksOf(tx, row ? [{ ...post, rose: row.rose, actorId: row.actorId }] : [])).get(id))
}

/** Posts that are pinned in a group, as far as the person asking reads them, the last pinned first. */
export async function listPins(tx: Tx, groupId: string) {
  const { spaceId } = await groupRow(tx, groupId)
  const rows = await tx
    .select({ post: posts })
    .from(pins)
    .innerJoin(posts, eq(posts.id, pins.postId))
    .where(eq(pins.spaceId, spaceId))
    .orderBy(sql`${pins.at} desc`)
  return {
    items: await postsIn(
      tx,
      rows.map(({ post }) => post),
    ),
  }
}

/** Whether the person asking reads feeds without tasks. */
export async function hidesTasks(tx: Tx): Promise<boolean> {
  const [row] = await tx
    .select({ at: feedSettings.tasksHiddenAt })
    .from(feedSettings)
    .where(sql`${feedSettings.personId} = ${me}`)
  return Boolean(row?.at)
}
