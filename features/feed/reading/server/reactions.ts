import { sql } from 'drizzle-orm'
import { when } from '#events/when.ts'
import { commentAdded, commentDeleted, commentRestored } from '#features/comments/events.ts'
import { placePosts, raisePost } from './rising.ts'

/** What is said below a post lets it rise. */
export const readingReactions = [
  when(commentAdded, async ({ data }, tx) => {
    await raisePost(tx, data.commentId)
  }),
  // What is taken away raises nothing, and what is put back does again.
  ...[commentDeleted, commentRestored].map((happened) =>
    when(happened, async ({ data }, tx) => {
      await placePosts(tx, sql`select id from posts where id = ${data.threadId}`)
    }),
  ),
]
