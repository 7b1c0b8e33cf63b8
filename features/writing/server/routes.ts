import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { writingContract } from '../contract.ts'
import { listUnopened, listUnopenedBelow } from './links.ts'
import { addPicture, openPicture } from './pictures.ts'
import { listReached } from './queries.ts'

const writing = implement(writingContract).$context<RequestContext>().use(signedIn())

export const writingRoutes = {
  reached: writing.reached.handler(({ input, context: { tx, me } }) => listReached(tx, me, input)),
  unopened: writing.unopened.handler(({ input, context: { tx, me } }) => listUnopened(tx, me, input)),
  unopenedBelow: writing.unopenedBelow.handler(({ input, context: { tx } }) => listUnopenedBelow(tx, input)),
  addPicture: writing.addPicture.handler(({ input, context: { tx, me, platform } }) =>
    addPicture(tx, platform.files, me, input.picture),
  ),
  picture: writing.picture.handler(({ input, context: { tx, platform } }) => openPicture(tx, platform.files, input.id)),
}
