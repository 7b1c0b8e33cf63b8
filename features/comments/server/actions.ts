import { eq } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import { tell } from '#events/tell.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Comment } from '../contract.ts'
import { commentAdded } from '../events.ts'
import { commentsIn } from './queries.ts'
import { comments, threads } from './tables.ts'

/** Lets people talk below a thing from now on, in the audience it stands in. Called by whatever makes the thing, with its id. */
export async function openThread(tx: Tx, thing: Placed & { id: string; kind: string }): Promise<void> {
  const { id, spaceId, audienceId, kind } = thing
  await tx.insert(threads).values({ id, spaceId, audienceId, kind })
}

/** Comments as the person asking. A thread they do not see does not exist. */
export async function addComment(tx: Tx, me: { id: string }, threadId: string, text: string): Promise<Comment> {
  const [seen] = await tx.select().from(threads).where(eq(threads.id, threadId))
  const thread = found(seen)
  const { spaceId, audienceId } = thread
  const [row] = await tx.insert(comments).values({ spaceId, audienceId, threadId, authorId: me.id, text }).returning()
  const comment = found(row)
  await tell(tx, { ...commentAdded, about: thread.kind }, { about: thread, data: { threadId, commentId: comment.id } })
  const [answer] = await commentsIn(tx, [comment])
  return found(answer)
}
