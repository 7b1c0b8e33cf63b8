import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { addressingContract } from '../contract.ts'
import { readersOfAddressed, readersOfPost } from './readership.ts'

const addressing = implement(addressingContract).$context<RequestContext>().use(signedIn())

export const addressingRoutes = {
  readersOf: addressing.readersOf.handler(({ input, context: { tx, me } }) => readersOfAddressed(tx, me, input.to)),
  readers: addressing.readers.handler(({ input, context: { tx } }) => readersOfPost(tx, input.id)),
}
