import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { marksContract } from '../contract.ts'
import { pinPost, readAll, readPost, setFavourite, setFeed, unpinPost } from './actions.ts'
import { hidesTasks, listPins, marksOfPost } from './queries.ts'
import { countUnread } from './unread.ts'

const marks = implement(marksContract).$context<RequestContext>().use(signedIn())

export const marksRoutes = {
  marks: marks.marks.handler(({ input, context: { tx } }) => marksOfPost(tx, input.id)),
  readPost: marks.readPost.handler(async ({ input, context: { tx, me } }) => {
    await readPost(tx, me, input)
    return {}
  }),
  readAll: marks.readAll.handler(async ({ input, context: { tx } }) => {
    await readAll(tx, input)
    return {}
  }),
  unread: marks.unread.handler(({ context: { tx } }) => countUnread(tx)),
  favour: marks.favour.handler(({ input, context: { tx, me } }) => setFavourite(tx, me, input.id, true)),
  unfavour: marks.unfavour.handler(({ input, context: { tx, me } }) => setFavourite(tx, me, input.id, false)),
  pin: marks.pin.handler(({ input, context: { tx, me } }) => pinPost(tx, me, input.id)),
  unpin: marks.unpin.handler(({ input, context: { tx } }) => unpinPost(tx, input.id)),
  pins: marks.pins.handler(({ input, context: { tx } }) => listPins(tx, input.id)),
  settings: marks.settings.handler(async ({ context: { tx } }) => ({ hideTasks: await hidesTasks(tx) })),
  set: marks.set.handler(({ input, context: { tx, me } }) => setFeed(tx, me, input)),
}
