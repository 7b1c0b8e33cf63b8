import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { lettersContract } from '../contract.ts'
import { lookAtLink, muteByLink, waitingLetters } from './keeper.ts'

const anybody = implement(lettersContract).$context<RequestContext>()
const letters = implement(lettersContract).$context<RequestContext>().use(signedIn())

export const lettersRoutes = {
  waiting: letters.waiting.handler(({ input, context: { platform, me } }) =>
    waitingLetters(platform.database, me, input.id),
  ),
  muteLink: anybody.muteLink.handler(async ({ input, context: { platform, whoIs } }) =>
    lookAtLink(platform.database, input.token, await whoIs()),
  ),
  muteByLink: anybody.muteByLink.handler(async ({ input, context: { platform, whoIs } }) =>
    muteByLink(platform.database, input.token, await whoIs()),
  ),
}
