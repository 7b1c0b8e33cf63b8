import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { keepDraft, throwDraft, type Composer } from '#features/writing/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { draftsContract } from '../contract.ts'
import { besideKept, getPostDraft } from './reading.ts'

const drafts = implement(draftsContract).$context<RequestContext>().use(signedIn())

/** The composer on the page of a group that the person asking sees, or that which begins with no group. */
async function composer(tx: Tx, groupId: string | undefined): Promise<Composer> {
  return { kind: 'post', placeId: groupId ? (await groupRow(tx, groupId)).id : null }
}

export const draftsRoutes = {
  draft: drafts.draft.handler(({ input, context: { tx, me } }) => getPostDraft(tx, me, input.groupId)),
  keepDraft: drafts.keepDraft.handler(async ({ input: { groupId, ...begun }, context: { tx, me } }) => {
    const here = await composer(tx, groupId)
    return keepDraft(tx, me, here, { ...begun, beside: await besideKept(tx, me, here, begun.beside) })
  }),
  throwDraft: drafts.throwDraft.handler(async ({ input: { groupId, began }, context: { tx, me } }) =>
    throwDraft(tx, me, await composer(tx, groupId), began),
  ),
}
