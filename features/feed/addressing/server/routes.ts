import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { addressingContract } from '../contract.ts'
import { reachable } from './reaching.ts'
import { readersOfAddressed, readersOfPost } from './readership.ts'

const addressing = implement(addressingContract).$context<RequestContext>().use(signedIn())

export const addressingRoutes = {
  readersOf: addressing.readersOf.handler(({ input, context: { tx, me } }) => readersOfAddressed(tx, me, input.to)),
  reachable: addressing.reachable.handler(async ({ input, context: { tx, me } }) => ({
    people: (await reachable(tx, me, input.people)).map(({ id }) => id),
  })),
  readers: addressing.readers.handler(({ input, context: { tx } }) => readersOfPost(tx, input.id)),
}
