import { and, eq, isNull } from 'drizzle-orm'
import { asPerson } from '#access/signed-in.ts'
import { seedUploads, type SeedFile } from '#features/writing/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { ReactionKind } from '../reactions/contract.ts'
import { commentTarget, react } from '../reactions/server/actions.ts'
import type { Target } from '../reactions/server/queries.ts'
import { addComment } from './actions.ts'
import { reactions } from './tables.ts'

interface SeedReaction {
  /** The id of a person. */
  authorId: string
  kind?: ReactionKind
  at: Date
}

interface SeedComment {
  /** The id of a person. */
  authorId: string
  text: string
  /** Brought by the author, before it is said. */
  files?: SeedFile[]
  at: Date
  reactions?: SeedReaction[]
  replies?: SeedComment[]
}

/** Comments as each author would, in the order given, each at the time when it was said. */
export async function seedComments(
  platform: Platform,
  threadId: string,
  sample: SeedComment[],
  commentId?: string,
): Promise<void> {
  for (const { authorId, text, files = [], at, reactions: given = [], replies = [] } of sample) {
    const { id } = await asPerson(platform.database, authorId, async (tx) => {
      const attachmentIds = await seedUploads(tx, platform, authorId, files)
      return addComment(tx, { id: authorId }, threadId, { text, attachmentIds, commentId }, at)
    })
    await seedReactions(platform, (tx) => commentTarget(tx, id), given)
    await seedComments(platform, threadId, replies, id)
  }
}

/** Reacts as each person would, in the order given, then sets the clock of each back. `target` is looked up as whoever reacts. */
export async function seedReactions(
  platform: Platform,
  target: (tx: Tx) => Promise<Target>,
  sample: SeedReaction[],
): Promise<void> {
  for (const { authorId, kind, at } of sample) {
    const { threadId, commentId } = await asPerson(platform.database, authorId, async (tx) => {
      const found = await target(tx)
      await react(tx, { id: authorId }, found, { kind })
      return found
    })
    const below = commentId ? eq(reactions.commentId, commentId) : isNull(reactions.commentId)
    await asKeeper(platform.database, (tx) =>
      tx
        .update(reactions)
        .set({ createdAt: at })
        .where(and(eq(reactions.threadId, threadId), eq(reactions.authorId, authorId), below)),
    )
  }
}
