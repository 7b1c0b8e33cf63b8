import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { addComment, listComments } from '#features/comments/server/door.ts'
import { feedContract } from '../contract.ts'
import { addPost, likePost, unlikePost } from './actions.ts'
import { getPost, listPosts, postRow } from './queries.ts'

const feed = implement(feedContract).$context<RequestContext>().use(signedIn())

export const feedRoutes = {
  list: feed.list.handler(({ input, context: { tx } }) => listPosts(tx, input)),
  add: feed.add.handler(({ input, context: { tx, me } }) => addPost(tx, me, input)),
  get: feed.get.handler(({ input, context: { tx } }) => getPost(tx, input.id)),
  like: feed.like.handler(({ input, context: { tx, me } }) => likePost(tx, me, input.id)),
  unlike: feed.unlike.handler(({ input, context: { tx, me } }) => unlikePost(tx, me, input.id)),
  // The post is looked up first: comments know threads of every kind, and a task is not a post.
  comments: feed.comments.handler(async ({ input, context: { tx } }) =>
    listComments(tx, (await postRow(tx, input.id)).id, input),
  ),
  addComment: feed.addComment.handler(async ({ input, context: { tx, me } }) =>
    addComment(tx, me, (await postRow(tx, input.id)).id, input),
  ),
}
