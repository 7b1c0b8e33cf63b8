import { count, eq, sql, type SQL } from 'drizzle-orm'
import { isOutside, type Mover } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { comments } from './tables.ts'

type Separating = Parameters<Mover['move']>[1]

/** What externals said below anything goes where they speak (GRP-7). */
export const commentsMover: Mover = {
  of: 'comments',
  speakers: ({ spaceId, shared, inPiece }) =>
    sql`select author_id from comments where space_id = ${spaceId} and ${inPiece(sql`id`)} and ${shared(sql`audience_id`)}`,
  wouldMove: ({ spaceId, shared }) =>
    sql`select id from comments where space_id = ${spaceId} and ${shared(sql`audience_id`)} and ${isOutside(sql`author_id`)}`,
  async move(tx, { spaceId, shared, laneOf, inPiece }) {
    const lane = laneOf(sql`comments.author_id`)
    const { rowCount } = await tx.execute(sql`update comments set audience_id = ${lane}
      where space_id = ${spaceId} and ${inPiece(sql`comments.id`)} and ${shared(sql`comments.audience_id`)} and ${lane} is not null`)
    return rowCount ?? 0
  },
  async visible(tx, spaceId) {
    const [seen] = await tx
      .select({ count: count() })
      .from(comments)
      .where(spaceId ? eq(comments.spaceId, spaceId) : undefined)
    return seen?.count ?? 0
  },
}

/**
 * Brings threads, what was said in them by those who work here, and the record of it to where their things (a query of id and audience_id)
 * have gone. Called by whatever has moved the things.
 */
export async function followThings(tx: Tx, { spaceId, shared }: Separating, things: SQL): Promise<void> {
  const moved = (table: string, id: string) =>
    tx.execute(sql`update ${sql.identifier(table)} t set audience_id = x.audience_id from (${things}) x
      where x.id = t.${sql.identifier(id)} and t.space_id = ${spaceId} and ${shared(sql`t.audience_id`)} and t.audience_id <> x.audience_id`)
  await moved('threads', 'id')
  await moved('comments', 'thread_id')
  await moved('events', 'about_id')
}
