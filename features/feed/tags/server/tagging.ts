import { eq, sql } from 'drizzle-orm'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { bare, keyOf } from './key.ts'
import { postTags } from './tables.ts'

/**
 * Gives a post of the person asking these tags, and no others; answers whether anything of that is new. Each is shown as others wrote it first where
 * the post stands, so that no spelling tells of another place.
 */
export async function setTags(
  tx: Tx,
  me: Pick<Me, 'id'>,
  { id: postId, spaceId, audienceId }: Placed & { id: string },
  tags: string[],
): Promise<boolean> {
  const wanted = new Map<string, string>()
  for (const tag of tags) if (!wanted.has(keyOf(tag))) wanted.set(keyOf(tag), bare(tag))
  const first = await firstLabels(tx, { postId, audienceId }, [...wanted.keys()])
  const labels = [...wanted].map(([tag, label]) => first.get(tag) ?? label)
  const before = (await tagsOf(tx, [postId])).get(postId) ?? []
  if (JSON.stringify(labels) === JSON.stringify(before)) return false
  await tx.delete(postTags).where(eq(postTags.postId, postId))
  const made = { postId, spaceId, audienceId, authorId: me.id }
  const rows = [...wanted.keys()].map((tag, position) => ({ ...made, tag, label: labels[position] ?? tag, position }))
  if (rows.length > 0) await tx.insert(postTags).values(rows)
  return true
}

/** How other posts of a place wrote tags first, as far as the person asking reads them. */
async function firstLabels(
  tx: Tx,
  { postId, audienceId }: { postId: string; audienceId: string },
  tags: string[],
): Promise<Map<string, string>> {
  if (tags.length === 0) return new Map()
  const { rows } = await tx.execute<{ tag: string; label: string }>(sql`
    select asked.tag, first.label from unnest(${sql.param(tags)}::text[]) asked(tag) cross join lateral (
      select t.label from post_tags t where t.audience_id = ${audienceId} and t.tag = asked.tag and t.post_id <> ${postId}
      order by t.post_id limit 1) first`)
  return new Map(rows.map(({ tag, label }) => [tag, label]))
}

/** The tags of posts, in their order; asked once for all of them. */
export async function tagsOf(tx: Tx, postIds: string[]): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({ postId: postTags.postId, label: postTags.label })
    .from(postTags)
    .where(among(postTags.postId, postIds))
    .orderBy(postTags.postId, postTags.position)
  return new Map([...Map.groupBy(rows, ({ postId }) => postId)].map(([id, of]) => [id, of.map(({ label }) => label)]))
}
