import { sql } from 'drizzle-orm'
import { when } from '#events/when.ts'
import { commentAdded, commentDeleted, commentEdited, commentRestored } from '#features/comments/events.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { edited, posted } from '../../events.ts'
import { keepWordsOfComments, keepWordsOfPosts } from './keeper.ts'

const keepPost = ({ aboutId }: { aboutId: string }, tx: Tx) => keepWordsOfPosts(tx, sql`select ${aboutId}::uuid`)

/** What is written is found from then on by what it says now. */
export const searchReactions = [
  when(posted, keepPost),
  when(edited, keepPost),
  ...[commentAdded, commentEdited, commentDeleted, commentRestored].map((happened) =>
    when(happened, async ({ data }, tx) => {
      // Whoever deletes a post holds it first, and then what hangs below it: in another order both would wait for each other.
      await tx.execute(sql`select from posts where id = ${data.threadId} for key share`)
      await keepWordsOfComments(tx, sql`select ${data.commentId}::uuid`)
    }),
  ),
]
