import { when } from '#events/when.ts'
import { commentDeleted } from '../events.ts'
import { forgetComment } from './jobs.ts'
import { undoFor } from './keeper.ts'

/** What follows when a comment is deleted: once nobody can put it back any more it is forgotten. */
export const commentsReactions = [
  when(commentDeleted, async ({ at, data }, tx, { jobs }) => {
    const after = new Date(at.getTime() + (undoFor + 5) * 1000)
    await jobs.queue(tx, forgetComment, { id: data.commentId }, { after })
  }),
]
