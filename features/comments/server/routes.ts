import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { commentsContract } from '../contract.ts'
import { addComment } from './actions.ts'
import { listComments } from './queries.ts'

const comments = implement(commentsContract).$context<RequestContext>().use(signedIn())

export const commentsRoutes = {
  list: comments.list.handler(({ input, context: { tx } }) => listComments(tx, input.threadId, input)),
  add: comments.add.handler(({ input, context: { tx, me } }) => addComment(tx, me, input.threadId, input)),
}
