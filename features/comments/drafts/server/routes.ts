import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { keepDraft, throwDraft } from '#features/writing/server/door.ts'
import { draftsContract } from '../contract.ts'
import { composerBelow, getCommentDraft } from './reading.ts'

const drafts = implement(draftsContract).$context<RequestContext>().use(signedIn())

export const draftsRoutes = {
  draft: drafts.draft.handler(({ input, context: { tx, me } }) => getCommentDraft(tx, me, input)),
  keepDraft: drafts.keepDraft.handler(async ({ input: { threadId, commentId, ...begun }, context: { tx, me } }) =>
    keepDraft(tx, me, await composerBelow(tx, { threadId, commentId }), begun),
  ),
  throwDraft: drafts.throwDraft.handler(async ({ input: { began, ...below }, context: { tx, me } }) =>
    throwDraft(tx, me, await composerBelow(tx, below), began),
  ),
}
