import { and, count, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { isOutside, type Mover } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { comments } from './tables.ts'

type Separating = Parameters<Mover['move']>[1]

/** What externals said below anything, and how they reacted, goes where they speak (GRP-7). */
export const commentsMover: Mover = {
  of: 'comments',
  speakers: ({ spaceId, shared, inPiece }) =>
    sql`select author_id from comments where space_id = ${spaceId} and ${inPiece(sql`id`)} and ${shared(sql`audience_id`)}
      union select r.person_id from reactions r join comments c on c.id = r.comment_id
        where c.space_id = ${spaceId} and ${inPiece(sql`c.id`)} and ${shared(sql`r.audience_id`)}`,
  wouldMove: ({ spaceId, shared }) =>
    sql`select id from comments where space_id = ${spaceId} and ${shared(sql`audience_id`)} and ${isOutside(sql`author_id`)}`,
  async move(tx, separating) {
    const { spaceId, shared, laneOf, inPiece } = separating
    const lane = laneOf(sql`comments.author_id`)
    const { rowCount } = await tx.execute(sql`update comments set audience_id = ${lane}
      where space_id = ${spaceId} and ${inPiece(sql`comments.id`)} and ${shared(sql`comments.audience_id`)} and ${lane} is not null`)
    // What those who work here replied goes with the comment: it is not read by more people.
    await tx.execute(sql`update comments r set audience_id = p.audience_id from comments p
      where p.id = r.parent_id and p.space_id = ${spaceId} and ${inPiece(sql`p.id`)} and not (${shared(sql`p.audience_id`)})
        and ${shared(sql`r.audience_id`)} and ${laneOf(sql`r.author_id`)} is null`)
    await moveBeside(
      tx,
      separating,
      sql`select thread_id, id as comment_id, audience_id from comments where space_id = ${spaceId}
        and (${inPiece(sql`id`)} or (parent_id is not null and ${inPiece(sql`parent_id`)}))`,
    )
    // Whoever was told of one that stands apart now is told of it no more.
    await tx.execute(sql`update notices n set audience_id = c.audience_id from comments c
      where c.id = n.said_id and n.space_id = ${spaceId} and ${inPiece(sql`c.id`)} and ${shared(sql`n.audience_id`)} and n.audience_id <> c.audience_id`)
    return rowCount ?? 0
  },
  async visible(tx, spaceId) {
    const [seen] = await tx
      .select({ count: count() })
      .from(comments)
      .where(and(isNull(comments.deletedAt), spaceId ? eq(comments.spaceId, spaceId) : undefined))
    return seen?.count ?? 0
  },
}

/**
 * Reactions of externals go where they speak, those of others with what they are to (a query of thread_id, comment_id and audience_id); what a
 * comment said before, and its files, go with it.
 */
async function moveBeside(tx: Tx, { spaceId, shared, laneOf }: Separating, targets: SQL): Promise<void> {
  const goes = sql`coalesce(${laneOf(sql`r.person_id`)}, x.audience_id)`
  await tx.execute(sql`update reactions r set audience_id = ${goes} from (${targets}) x
    where x.thread_id = r.thread_id and x.comment_id is not distinct from r.comment_id
      and r.space_id = ${spaceId} and ${shared(sql`r.audience_id`)} and r.audience_id <> ${goes}`)
  await tx.execute(sql`update comment_versions v set audience_id = x.audience_id from (${targets}) x
    where x.comment_id = v.comment_id and v.space_id = ${spaceId} and v.audience_id <> x.audience_id`)
  await tx.execute(sql`update attachments f set audience_id = x.audience_id from (${targets}) x
    where x.comment_id = f.thing_id and f.space_id = ${spaceId} and f.audience_id <> x.audience_id`)
}

/** Ids of those who reacted to things (a query of their ids) where more than one external saw it. */
export const reactedToThings = ({ shared }: Pick<Separating, 'shared'>, things: SQL): SQL =>
  sql`select person_id from reactions where comment_id is null and thread_id in (${things}) and ${shared(sql`audience_id`)}`

/**
 * Brings threads, what was said in them by those who work here, reactions, notices and the record of it to where their things (a query of id and
 * audience_id) have gone. Called by whatever has moved the things.
 */
export async function followThings(tx: Tx, separating: Separating, things: SQL): Promise<void> {
  const { spaceId, shared } = separating
  const moved = (table: string, id: string) =>
    tx.execute(sql`update ${sql.identifier(table)} t set audience_id = x.audience_id from (${things}) x
      where x.id = t.${sql.identifier(id)} and t.space_id = ${spaceId} and ${shared(sql`t.audience_id`)} and t.audience_id <> x.audience_id`)
  await moved('threads', 'id')
  await moved('comments', 'thread_id')
  await moved('events', 'about_id')
  await moved('notices', 'about_id')
  await moveBeside(
    tx,
    separating,
    sql`select id as thread_id, null::uuid as comment_id, audience_id from (${things}) y`,
  )
  await moveBeside(
    tx,
    separating,
    sql`select c.thread_id, c.id as comment_id, c.audience_id from comments c where c.thread_id in (select id from (${things}) y)`,
  )
}
