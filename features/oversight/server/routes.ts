import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { oversightContract } from '../contract.ts'
import { actsRoutes } from '../acts/server/routes.ts'
import { externalsRoutes } from '../externals/server/routes.ts'
import { whoCanSee } from './queries.ts'

const oversight = implement(oversightContract).$context<RequestContext>().use(signedIn())

export const oversightRoutes = {
  whoCanSee: oversight.whoCanSee.handler(({ input, context: { tx } }) => whoCanSee(tx, input.kind, input.id)),
  externals: externalsRoutes,
  acts: actsRoutes,
}
