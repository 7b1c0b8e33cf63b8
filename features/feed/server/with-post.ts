import { sql, type SQL } from 'drizzle-orm'
import { foreignKey, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { me } from '#access/rules.ts'
import { audiences } from '#access/tables.ts'
import { posts } from './tables.ts'

interface WithPost {
  postId: AnyPgColumn
  spaceId: AnyPgColumn
  audienceId: AnyPgColumn
}

/** The key by which a row stands exactly where another one of its post stands: it moves and goes with that. */
export const standsWith = (t: WithPost, other: WithPost, name: string) =>
  foreignKey({
    name,
    columns: [t.postId, t.spaceId, t.audienceId],
    foreignColumns: [other.postId, other.spaceId, other.audienceId],
  })
    .onDelete('cascade')
    .onUpdate('cascade')

/** The keys of something that a post has: it stands exactly where its post stands, and moves and goes with it. */
export const withPost = (t: WithPost, name: string) => [
  foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
    'cascade',
  ),
  standsWith(t, { postId: posts.id, spaceId: posts.spaceId, audienceId: posts.audienceId }, name),
]

/** True of a row that stands where a post stands which the person asking wrote. */
export const ofOwnPost = (t: WithPost): SQL =>
  sql`exists (select 1 from posts p where p.id = ${t.postId} and p.space_id = ${t.spaceId} and p.audience_id = ${t.audienceId} and p.author_id = ${me})`
