import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { repliesContract } from '../contract.ts'
import { listRefused } from './queries.ts'

const replies = implement(repliesContract).$context<RequestContext>().use(signedIn('administrators'))

export const repliesRoutes = {
  refused: replies.refused.handler(({ input, context: { tx, platform } }) => listRefused(tx, platform.settings, input)),
}
