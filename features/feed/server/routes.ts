import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { addComment, listComments, listReacted, react, takeReaction } from '#features/comments/server/door.ts'
import { feedContract } from '../contract.ts'
import { addPost } from './actions.ts'
import { restorePost } from './deleting.ts'
import { changePost, listVersions } from './editing.ts'
import { deletePost } from './keeper.ts'
import { getPost, listPosts, postRow, postTarget } from './queries.ts'

const feed = implement(feedContract).$context<RequestContext>().use(signedIn())

export const feedRoutes = {
  list: feed.list.handler(({ input, context: { tx } }) => listPosts(tx, input)),
  add: feed.add.handler(({ input, context: { tx, me, platform } }) =>
    addPost(tx, { database: platform.database, me }, input),
  ),
  get: feed.get.handler(({ input, context: { tx } }) => getPost(tx, input.id)),
  change: feed.change.handler(({ input: { id, ...said }, context: { tx, me } }) => changePost(tx, me, id, said)),
  versions: feed.versions.handler(({ input, context: { tx } }) => listVersions(tx, input)),
  remove: feed.remove.handler(({ input, context: { me, platform } }) => deletePost(platform.database, me, input.id)),
  restore: feed.restore.handler(({ input, context: { tx, me } }) => restorePost(tx, me, input.id)),
  react: feed.react.handler(async ({ input, context: { tx, me } }) => {
    await react(tx, me, await postTarget(tx, input.id), input)
    return getPost(tx, input.id)
  }),
  takeReaction: feed.takeReaction.handler(async ({ input, context: { tx, me } }) => {
    await takeReaction(tx, me, await postTarget(tx, input.id), input)
    return getPost(tx, input.id)
  }),
  reactions: feed.reactions.handler(async ({ input, context: { tx } }) =>
    listReacted(tx, await postTarget(tx, input.id), input),
  ),
  // The post is looked up first: comments know threads of every kind, and a task is not a post.
  comments: feed.comments.handler(async ({ input, context: { tx } }) =>
    listComments(tx, (await postRow(tx, input.id)).id, input),
  ),
  addComment: feed.addComment.handler(async ({ input, context: { tx, me } }) =>
    addComment(tx, me, (await postRow(tx, input.id)).id, input),
  ),
}
