import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { appreciationsContract } from '../contract.ts'
import { listAppreciations } from './queries.ts'

// To people from outside there are no appreciations at all.
const appreciations = implement(appreciationsContract).$context<RequestContext>().use(signedIn('employees'))

export const appreciationsRoutes = {
  appreciations: appreciations.appreciations.handler(({ input, context: { tx } }) => listAppreciations(tx, input)),
}
