import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { presenceContract } from '../contract.ts'
import { onlineAmong } from './queries.ts'

const asked = implement(presenceContract).$context<RequestContext>().use(signedIn())

export const presenceRoutes = {
  online: asked.online.handler(async ({ input, context: { tx } }) => ({ ids: await onlineAmong(tx, input.ids) })),
}
