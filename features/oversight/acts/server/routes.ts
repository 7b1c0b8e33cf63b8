import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { actsContract } from '../contract.ts'
import { previewAct, startAct } from './keeper.ts'
import { listActs } from './queries.ts'

const employees = implement(actsContract).$context<RequestContext>().use(signedIn('employees'))

export const actsRoutes = {
  list: employees.list.handler(({ context: { tx } }) => listActs(tx)),
  preview: employees.preview.handler(({ input, context: { tx, me, platform } }) =>
    previewAct(platform.database, tx, me, input),
  ),
  start: employees.start.handler(({ input, context: { tx, me, platform } }) => startAct(platform, tx, me, input)),
}
