import { count, eq, sql } from 'drizzle-orm'
import { followThings } from '#features/comments/server/door.ts'
import { isOutside, type Mover } from '#features/groups/server/door.ts'
import { tasks } from './tables.ts'

/** Tasks go where the external speaks who is responsible, so that the work goes on; else where the external speaks who set them (GRP-7). */
export const tasksMover: Mover = {
  of: 'tasks',
  speakers: ({ spaceId, shared, inPiece }) => sql`
    select unnest(array[responsible_id, author_id]) from tasks where space_id = ${spaceId} and ${inPiece(sql`id`)} and ${shared(sql`audience_id`)}`,
  wouldMove: ({ spaceId, shared }) => sql`
    select id from tasks where space_id = ${spaceId} and ${shared(sql`audience_id`)} and (${isOutside(sql`responsible_id`)} or ${isOutside(sql`author_id`)})`,
  waiting: (spaceId) => sql`
    select id from tasks where space_id = ${spaceId} and completed_at is null and ${isOutside(sql`responsible_id`)}`,
  async move(tx, separating) {
    const { spaceId, shared, laneOf, inPiece } = separating
    const lane = sql`coalesce(${laneOf(sql`tasks.responsible_id`)}, ${laneOf(sql`tasks.author_id`)})`
    const { rowCount } = await tx.execute(sql`update tasks set audience_id = ${lane}
      where space_id = ${spaceId} and ${inPiece(sql`tasks.id`)} and ${shared(sql`tasks.audience_id`)} and ${lane} is not null`)
    await followThings(
      tx,
      separating,
      sql`select id, audience_id from tasks where space_id = ${spaceId} and ${inPiece(sql`id`)}`,
    )
    return rowCount ?? 0
  },
  async visible(tx, spaceId) {
    const [seen] = await tx
      .select({ count: count() })
      .from(tasks)
      .where(spaceId ? eq(tasks.spaceId, spaceId) : undefined)
    return seen?.count ?? 0
  },
}
