import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { readingContract } from '../contract.ts'
import { readFeed } from './queries.ts'

const reading = implement(readingContract).$context<RequestContext>().use(signedIn())

export const readingRoutes = {
  items: reading.items.handler(({ input, context: { tx, me } }) => readFeed(tx, me, input)),
}
