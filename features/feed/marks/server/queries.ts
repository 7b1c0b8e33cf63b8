import { eq, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { me, seated } from '#access/rules.ts'
import { groupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { rowsOf, type Activity } from '../../reading/server/shelves.ts'
import { postsIn, postRow } from '../../server/queries.ts'
import { posts } from '../../server/tables.ts'
import type { Marks } from '../contract.ts'
import { feedSettings, pins } from './tables.ts'
import { besideSpace, memberships, readUpTo } from './unread.ts'

/** What posts are to the person asking, by their ids. Each comes with its place in their feed. */
export async function marksOf(
  tx: Tx,
  rows: Pick<Activity, 'postId' | 'rose' | 'actorId'>[],
): Promise<Map<string, Marks>> {
  const asked = rows.flatMap(({ postId, ...row }) => (postId ? [{ postId, ...row }] : []))
  if (asked.length === 0) return new Map()
  const list = (of: (row: (typeof asked)[number]) => string) => sql`${sql.param(asked.map(of))}::uuid[]`
  const { rows: found } = await tx.execute<Marks & { id: string }>(sql`
    select p.id, coalesce(x.actor <> ${me} and x.rose > ${readUpTo} and (r.up_to is null or r.up_to < x.rose), false) as unread,
      f.post_id is not null as favourite, pin.post_id is not null as pinned,
      ${seated({ spaceId: sql`p.space_id`, audienceId: sql`p.audience_id` }, 'manage')} as "mayPin"
    from unnest(${list(({ postId }) => postId)}, ${list(({ rose }) => rose)}, ${list(({ actorId }) => actorId)}) x(id, rose, actor)
    join posts p on p.id = x.id
    ${besideSpace(sql`p.space_id`, memberships, sql`own.space_id = p.space_id`)}
    left join read_posts r on r.person_id = ${me} and r.post_id = p.id
    left join favourites f on f.person_id = ${me} and f.post_id = p.id
    left join pins pin on pin.post_id = p.id`)
  return new Map(found.map(({ id, ...marks }) => [id, marks]))
}

/** The same for one post. */
export async function marksOfPost(tx: Tx, id: string): Promise<Marks> {
  await postRow(tx, id)
  const [row] = await rowsOf(tx, [id])
  return found((await marksOf(tx, row ? [row] : [])).get(id))
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
