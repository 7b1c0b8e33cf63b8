import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { commentsContract } from '../contract.ts'
import { draftsRoutes } from '../drafts/server/routes.ts'
import { commentTarget, react, takeReaction } from '../reactions/server/actions.ts'
import { addEmoji, openEmoji, removeEmoji } from '../reactions/server/emojis.ts'
import { listEmojis, listReacted } from '../reactions/server/queries.ts'
import { addComment } from './actions.ts'
import { editComment, removeComment } from './changing.ts'
import { getConversation, listVersions } from './conversation.ts'
import { mayRestore, restoreComment } from './keeper.ts'
import { getComment, listComments } from './queries.ts'

const asked = implement(commentsContract).$context<RequestContext>()
const comments = asked.use(signedIn())
const administrators = asked.use(signedIn('administrators'))

export const commentsRoutes = {
  ...draftsRoutes,
  list: comments.list.handler(({ input, context: { tx } }) => listComments(tx, input.threadId, input)),
  add: comments.add.handler(({ input, context: { tx, me } }) => addComment(tx, me, input.threadId, input)),
  conversation: comments.conversation.handler(({ input, context: { tx } }) =>
    getConversation(tx, input.threadId, input),
  ),
  get: comments.get.handler(({ input, context: { tx } }) => getComment(tx, input.id)),
  edit: comments.edit.handler(({ input, context: { tx, me } }) => editComment(tx, me, input)),
  remove: comments.remove.handler(async ({ input, context: { tx, me } }) => {
    await removeComment(tx, me, input.id)
    return {}
  }),
  restore: comments.restore.handler(async ({ input, context: { tx, me, platform } }) => {
    await mayRestore(tx, me, input.id)
    await restoreComment(platform.database, me, input.id)
    return getComment(tx, input.id)
  }),
  versions: comments.versions.handler(async ({ input, context: { tx } }) => ({
    items: await listVersions(tx, input.id),
  })),
  react: comments.react.handler(async ({ input, context: { tx, me } }) => {
    await react(tx, me, await commentTarget(tx, input.id), input)
    return getComment(tx, input.id)
  }),
  takeReaction: comments.takeReaction.handler(async ({ input, context: { tx, me } }) => {
    await takeReaction(tx, me, await commentTarget(tx, input.id), input)
    return getComment(tx, input.id)
  }),
  reactions: comments.reactions.handler(async ({ input, context: { tx } }) =>
    listReacted(tx, await commentTarget(tx, input.id), input),
  ),
  emojis: {
    list: comments.emojis.list.handler(async ({ context: { tx } }) => ({ items: await listEmojis(tx) })),
    add: administrators.emojis.add.handler(({ input, context: { tx, platform } }) =>
      addEmoji(tx, platform.files, input),
    ),
    remove: administrators.emojis.remove.handler(async ({ input, context: { tx } }) => {
      await removeEmoji(tx, input.id)
      return {}
    }),
    picture: comments.emojis.picture.handler(({ input, context: { tx, platform } }) =>
      openEmoji(tx, platform.files, input.id),
    ),
  },
}
