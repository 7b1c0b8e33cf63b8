import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import { shelfKeys } from '#access/shelves.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { activities } from './tables.ts'

export type Activity = typeof activities.$inferSelect

export interface FeedQuery {
  limit: number
  /** Where the page before ended. */
  after?: string | undefined
  spaceId?: string | undefined
  hide?: 'tasks' | undefined
}

/** Rows of the feed in their order, from the shelves of the person asking. Of a post that has risen in another part of the group which they read too, the lower row is here as well. */
export async function walkFeed(tx: Tx, { limit, after, spaceId, hide }: FeedQuery): Promise<Activity[]> {
  const keys = shelfKeys(activities, {
    key: activities.rose,
    whole: activities.whole,
    part: activities.part,
    tool: 'feed',
    limit,
    ...(after ? { after } : {}),
    ...(spaceId ? { spaceId } : {}),
    // Spelled, so that the index of all but tasks is found.
    ...(hide ? { where: sql`noun <> 'task'` } : {}),
  })
  return tx
    .select(getTableColumns(activities))
    .from(activities)
    .where(sql`${activities.rose} in (${keys}) and ${onMyShelf}`)
    .orderBy(sql`${activities.rose} desc`)
}

/** For those who read the whole space its own rows, for others those of their audiences. */
const onMyShelf: SQL = sql`case when ${activities.spaceId} in (select unnest((select access.my_spaces(1))::uuid[])) then ${activities.whole} else ${activities.part} end`

/**
 * Of these rows those that show where a post stands for the person asking: one that rose by a word in their lane stands there, and no more where it
 * stands for all. Asked for each audience of theirs by its key, so that a post answered in 50 000 lanes costs no more than another.
 */
export async function foremost(tx: Tx, rows: Activity[]): Promise<Activity[]> {
  const asked = [...new Set(rows.flatMap(({ postId, whole }) => (postId && !whole ? [postId] : [])))]
  if (asked.length === 0) return rows
  const { rows: found } = await tx.execute<{ id: string; rose: string }>(sql`
    select post.id, (
      select a.rose from unnest((select access.my_audiences(1))::uuid[]) mine(key)
      join activities a on a.post_id = post.id and a.audience_id = mine.key and a.part
      order by a.rose desc limit 1
    ) as rose from unnest(${sql.param(asked)}::uuid[]) post(id)`)
  const rose = new Map(found.map((one) => [one.id, one.rose]))
  return rows.filter((row) => row.whole || !row.postId || rose.get(row.postId) === row.rose)
}
