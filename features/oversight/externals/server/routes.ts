import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { externalsContract } from '../contract.ts'
import { countExternals, getExternal, listExternals, listPlaces } from './keeper.ts'

const employees = implement(externalsContract).$context<RequestContext>().use(signedIn('employees'))

export const externalsRoutes = {
  list: employees.list.handler(({ input, context: { tx, me, platform } }) =>
    listExternals(platform.database, tx, me, input),
  ),
  count: employees.count.handler(({ input, context: { tx, me, platform } }) =>
    countExternals(platform.database, tx, me, input),
  ),
  get: employees.get.handler(({ input, context: { tx, me, platform } }) =>
    getExternal(platform.database, tx, me, input.id),
  ),
  places: employees.places.handler(({ input, context: { tx, me, platform } }) =>
    listPlaces(platform.database, tx, me, input),
  ),
}
