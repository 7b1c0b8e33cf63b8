import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'
import type { posts } from '../../server/tables.ts'
import { rankOf } from './rank.ts'
import { activities } from './tables.ts'

type PostRow = Pick<typeof posts.$inferSelect, 'id' | 'spaceId' | 'audienceId' | 'authorId' | 'createdAt'>

/** Puts a new post on its shelves, as whoever wrote it, in the transaction in which it is written. */
export async function beginPost(tx: Tx, { id, spaceId, audienceId, authorId, createdAt }: PostRow): Promise<void> {
  const row = {
    spaceId,
    audienceId,
    noun: 'post',
    postId: id,
    thingId: id,
    actorId: authorId,
    rose: rankOf(createdAt, id),
    at: createdAt,
  } as const
  await tx.insert(activities).values([
    { ...row, whole: true, part: false },
    { ...row, whole: false, part: true },
  ])
}

const columns = sql`(space_id, audience_id, noun, post_id, thing_id, actor_id, rose, at, whole, part)`
/** A row for all who read the group stands where the post stands; the other where the word was said. */
const bothShelves = sql`cross join (values (true), (false)) shelf(part)`
const saidBelow = (where: SQL): SQL => sql`
  select p.space_id, case when shelf.part then c.audience_id else p.audience_id end as audience_id, 'post', p.id as post_id, p.id, c.author_id,
    ${rankOf(sql`c.created_at`, sql`c.id`)} as rose, c.created_at, not shelf.part, shelf.part
  from comments c join posts p on p.id = c.thread_id and c.deleted_at is null ${bothShelves} where ${where}`

/** A post rises by a comment, for those who read the comment: in its audience, and for whoever reads the whole group. For the keeper. */
export async function raisePost(tx: Tx, commentId: string): Promise<void> {
  await tx.execute(sql`
    insert into activities ${columns} ${saidBelow(sql`c.id = ${commentId}`)}
    on conflict (post_id, audience_id, part) do update set rose = excluded.rose, at = excluded.at, actor_id = excluded.actor_id
    where activities.rose < excluded.rose`)
}

/** Puts posts (a query of their ids) where what is said of them now says, and forgets what they rose by before. For the keeper. */
export async function placePosts(tx: Tx, which: SQL): Promise<void> {
  await tx.execute(sql`delete from activities where post_id in (${which})`)
  await tx.execute(sql`
    insert into activities ${columns}
    select distinct on (x.post_id, x.audience_id, x.part) * from (
      select p.space_id, p.audience_id, 'post', p.id as post_id, p.id, p.author_id,
        ${rankOf(sql`p.created_at`, sql`p.id`)} as rose, p.created_at, not shelf.part, shelf.part
      from posts p ${bothShelves} where p.id in (${which})
      union all ${saidBelow(sql`p.id in (${which})`)}
    ) x order by x.post_id, x.audience_id, x.part, x.rose desc`)
}
