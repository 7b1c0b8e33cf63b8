import { implement } from '@orpc/server'
import { mustBeInBrowser, signedIn, type RequestContext } from '#access/procedures.ts'
import { proofContract } from '../contract.ts'
import { askForCode, proofWays, prove } from './keeper.ts'

const inside = implement(proofContract).$context<RequestContext>().use(signedIn('lobby', 'secondFactor'))

export const proofRoutes = {
  proofWays: inside.proofWays.handler(async ({ context: { platform, me } }) => {
    mustBeInBrowser(me)
    return { ways: await proofWays(platform.database, me) }
  }),
  prove: inside.prove.handler(async ({ input, context }) => {
    await prove(context, context.me, input)
    return {}
  }),
  sendProofCode: inside.sendProofCode.handler(async ({ context: { platform, me } }) => {
    await askForCode(platform, me)
    return {}
  }),
}
