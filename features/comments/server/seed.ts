import { eq } from 'drizzle-orm'
import { asPerson } from '#access/signed-in.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { addComment } from './actions.ts'
import { comments } from './tables.ts'

interface SeedComment {
  /** The id of a person. */
  authorId: string
  text: string
  at: Date
}

/** Comments as each author would, in the order given, then sets the clock of each back to when it was said. */
export async function seedComments(platform: Platform, threadId: string, sample: SeedComment[]): Promise<void> {
  for (const { authorId, text, at } of sample) {
    const { id } = await asPerson(platform.database, authorId, (tx) =>
      addComment(tx, { id: authorId }, threadId, { text }),
    )
    await asKeeper(platform.database, (tx) => tx.update(comments).set({ createdAt: at }).where(eq(comments.id, id)))
  }
}
