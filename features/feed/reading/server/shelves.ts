import { sql, type SQL } from 'drizzle-orm'
import { walkShelves } from '#access/shelves.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { activities } from './tables.ts'

export type Activity = typeof activities.$inferSelect

export interface FeedQuery {
  limit: number
  /** Where the page before ended. */
  after?: string | undefined
  spaceId?: string | undefined
  /** Of a group: audiences elsewhere in which it is addressed together with others, as a query of their ids. */
  beside?: SQL | undefined
  /** A condition on rows, beside their shelves. */
  where?: SQL | undefined
}

/** Rows of the feed in their order, from the shelves of the person asking. Of a post that has risen in another part of the group which they read too, the lower row is here as well. */
export const walkFeed = (tx: Tx, query: FeedQuery): Promise<Activity[]> =>
  walkShelves(tx, activities, {
    ...query,
    key: activities.rose,
    whole: activities.whole,
    part: activities.part,
    tool: 'feed',
  })

/** Of these rows those that show where a post stands for the person asking: one that rose by a word in their lane stands there, and no more where it stands for all. */
export async function foremost(tx: Tx, rows: Activity[]): Promise<Activity[]> {
  const asked = [...new Set(rows.flatMap(({ postId, whole }) => (postId && !whole ? [postId] : [])))]
  if (asked.length === 0) return rows
  const stands = new Map((await rowsOf(tx, asked)).map(({ postId, rose }) => [postId, rose]))
  return rows.filter(({ whole, postId, rose }) => whole || !postId || stands.get(postId) === rose)
}

/** The same of rows above which there is nothing but what was `met`: that a post stands higher up is known from there, and nothing is asked. */
export function firstMet(rows: Activity[], met: Set<string>): Activity[] {
  return rows.filter(({ postId }) => {
    if (!postId) return true
    const isFirst = !met.has(postId)
    met.add(postId)
    return isFirst
  })
}

/** Where posts stand in the feed of the person asking, one row each. */
export async function rowsOf(tx: Tx, postIds: string[]): Promise<Activity[]> {
  if (postIds.length === 0) return []
  return standing(tx, sql`${sql.param(postIds)}::uuid[]`, {})
}

/**
 * Of some posts (an array of ids) a page in the order of the feed. Asked for each of them and each audience of the person asking by its key, so that a post
 * that was answered in 50 000 lanes costs no more than another.
 */
export async function standing(
  tx: Tx,
  ids: SQL,
  { limit, after, spaceId, beside }: Partial<Omit<FeedQuery, 'where'>>,
): Promise<Activity[]> {
  const { rows } = await tx.execute<Activity & Record<string, unknown>>(sql`
    with chosen as materialized (select unnest(${ids}) as id)
    select y.space_id as "spaceId", y.audience_id as "audienceId", y.noun, y.post_id as "postId", y.event_id as "eventId", y.kind,
      y.thing_id as "thingId", y.actor_id as "actorId", y.rose, y.at, y.whole, y.part
    from (
      select distinct on (x.post_id) x.* from (
        select a.* from chosen join activities a on a.post_id = chosen.id and a.whole
          and a.space_id in (select unnest((select access.my_spaces(1))::uuid[]))
        union all
        select a.* from chosen cross join unnest((select access.my_audiences(1))::uuid[]) mine(key)
        join activities a on a.post_id = chosen.id and a.audience_id = mine.key and a.part
      ) x order by x.post_id, x.rose desc
    ) y where ${spaceId ? sql`(y.space_id = ${spaceId} or y.audience_id in (${beside ?? sql`null`}))` : sql`true`} and ${after ? sql`y.rose < ${after}` : sql`true`}
    order by y.rose desc ${limit ? sql`limit ${limit}` : sql``}`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}
