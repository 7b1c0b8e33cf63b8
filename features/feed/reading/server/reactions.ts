import { when } from '#events/when.ts'
import { commentAdded } from '#features/comments/events.ts'
import { raisePost } from './rising.ts'

/** What is said below a post lets it rise. */
export const readingReactions = [
  when(commentAdded, async ({ data }, tx) => {
    await raisePost(tx, data.commentId)
  }),
]
