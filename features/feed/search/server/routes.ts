import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { searchContract } from '../contract.ts'
import { search } from './queries.ts'

const searching = implement(searchContract).$context<RequestContext>().use(signedIn())

export const searchRoutes = {
  search: searching.search.handler(({ input, context: { tx, me } }) => search(tx, me, input)),
}
