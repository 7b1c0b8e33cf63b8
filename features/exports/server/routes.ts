import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { exportsContract } from '../contract.ts'
import { askForOwn, askForRecord } from './keeper.ts'
import { getExport, listExports, openExport } from './queries.ts'

const asked = implement(exportsContract).$context<RequestContext>()
const employees = asked.use(signedIn('employees'))
// One's own data is there in the lobby too; records of groups that one is no longer in are hidden by their rules.
const inside = asked.use(signedIn('lobby'))

export const exportsRoutes = {
  ofGroup: employees.ofGroup.handler(({ input, context: { me, platform } }) => askForRecord(platform, me, input)),
  ofMe: inside.ofMe.handler(({ context: { me, platform } }) => askForOwn(platform, me)),
  list: inside.list.handler(({ input, context: { tx, me } }) => listExports(tx, me, input.groupId)),
  get: inside.get.handler(({ input, context: { tx, me } }) => getExport(tx, me, input.id)),
  download: inside.download.handler(({ input, context: { tx, me, platform } }) =>
    openExport(tx, platform.files, me, input.id),
  ),
}
