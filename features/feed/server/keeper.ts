import { asPerson, type Me } from '#access/signed-in.ts'
import { found } from '#access/errors.ts'
import { tell } from '#events/tell.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { deleted } from '../events.ts'
import { mustDelete } from './deleting.ts'
import { postDeletions } from './tables.ts'

/**
 * Deletes a post: from now on nobody meets it, and whoever did it can take that back for some seconds. Marked by the keeper, after the rules
 * of the person were asked: they see it no more themselves.
 */
export async function deletePost(database: Database, me: Pick<Me, 'id'>, id: string): Promise<Record<string, never>> {
  const post = await asPerson(database, me.id, (tx) => mustDelete(tx, id))
  await asKeeper(database, async (tx) => {
    const [marked] = await tx
      .insert(postDeletions)
      .values({ postId: id, spaceId: post.spaceId, audienceId: post.audienceId, authorId: me.id })
      .onConflictDoNothing()
      .returning()
    await tell(tx, deleted, { about: { ...found(marked), id }, data: {}, by: me.id })
  })
  return {}
}
