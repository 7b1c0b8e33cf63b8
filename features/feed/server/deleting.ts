import { and, eq } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { savepoint, type Tx } from '#platform/database/transaction.ts'
import type { Post } from '../contract.ts'
import { restored } from '../events.ts'
import { getPost, postRow } from './queries.ts'
import { postDeletions, posts } from './tables.ts'

/** Where a post stands that the person asking may delete: asked of the rules by really deleting it, and taking that back. */
export async function mustDelete(tx: Tx, id: string): Promise<Placed & { id: string }> {
  const { spaceId, audienceId } = await postRow(tx, id)
  const tried = { deleted: false }
  await savepoint(tx, async () => {
    tried.deleted = (await tx.delete(posts).where(eq(posts.id, id)).returning({ id: posts.id })).length > 0
    throw takenBack
  }).catch((error: unknown) => {
    if (error !== takenBack) throw error
  })
  if (!tried.deleted)
    throw refused('NOT_YOURS_TO_DELETE', 'Only whoever wrote a post, and whoever manages the group, deletes it.')
  return { id, spaceId, audienceId }
}

const takenBack = new Error('The post stands as it did.')

/** Takes back that one deleted a post, while it is not forgotten. */
export async function restorePost(tx: Tx, me: Pick<Me, 'id'>, id: string): Promise<Post> {
  const [taken] = await tx
    .delete(postDeletions)
    .where(and(eq(postDeletions.postId, id), eq(postDeletions.authorId, me.id)))
    .returning()
  const { spaceId, audienceId } = found(taken)
  await tell(tx, restored, { about: { id, spaceId, audienceId }, data: {} })
  return getPost(tx, id)
}
