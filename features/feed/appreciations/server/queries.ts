import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { namesIn, type Names, type Room } from '#features/groups/server/door.ts'
import { personRow } from '#features/people/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { posts } from '../../server/tables.ts'
import type { Appreciation, Badge, Received } from '../contract.ts'
import { appreciated, appreciations } from './tables.ts'

/** Who is appreciated in these posts: their ids, and what each post then says of them to the person asking. */
export async function appreciationsOf(tx: Tx, postIds: string[]) {
  const { rows } = await tx.execute<{ id: string; badge: Badge; people: string[] }>(sql`
    select a.post_id as id, a.badge, array(select d.person_id from appreciated d where d.post_id = a.post_id) as people
    from appreciations a where ${among(sql`a.post_id`, postIds)}`)
  const found = new Map(rows.map((row) => [row.id, row]))
  return {
    people: rows.flatMap(({ people }) => people),
    shown(postId: string, named: Names, room: Room): Appreciation | null {
      const row = found.get(postId)
      if (!row) return null
      const people = row.people.flatMap((id) => named(id, room) ?? [])
      return { badge: row.badge, people: people.toSorted((a, b) => a.name.localeCompare(b.name)) }
    },
  }
}

const longestText = 160

/** How somebody was appreciated, as far as the person asking reads it. */
export async function listAppreciations(
  tx: Tx,
  { id, limit, after }: { id: string; limit: number; after?: string | undefined },
): Promise<{ items: Received[]; next: string | null }> {
  await personRow(tx, id)
  const rows = await tx
    .select({
      postId: posts.id,
      badge: appreciations.badge,
      authorId: posts.authorId,
      text: posts.text,
      at: posts.createdAt,
    })
    .from(appreciated)
    .innerJoin(appreciations, eq(appreciations.postId, appreciated.postId))
    .innerJoin(posts, eq(posts.id, appreciated.postId))
    .where(and(eq(appreciated.personId, id), after ? lt(appreciated.postId, after) : undefined))
    .orderBy(desc(appreciated.postId))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const named = await namesIn(
    tx,
    [],
    page.map(({ authorId }) => authorId),
  )
  return {
    items: page.map(({ authorId, text, ...row }) => ({
      ...row,
      author: named(authorId),
      text: text.length > longestText ? `${text.slice(0, longestText).trimEnd()}…` : text,
    })),
    next: rows.length > limit ? (page.at(-1)?.postId ?? null) : null,
  }
}
