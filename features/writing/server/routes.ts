import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { writingContract } from '../contract.ts'
import { listReached } from './queries.ts'

const writing = implement(writingContract).$context<RequestContext>().use(signedIn())

export const writingRoutes = {
  reached: writing.reached.handler(({ input, context: { tx, me } }) => listReached(tx, me, input)),
}
