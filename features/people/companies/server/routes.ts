import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { companiesContract } from '../contract.ts'
import { createCompany, renameCompany } from './actions.ts'
import { assignSaid, mergeCompanies } from './keeper.ts'
import { getCompany, listCompanies } from './queries.ts'
import { listSaid, sayCompany } from './saying.ts'

const asked = implement(companiesContract).$context<RequestContext>()
const people = asked.use(signedIn())
// What one says of oneself, for those in the lobby too, like the rest of one's profile.
const lobby = asked.use(signedIn('lobby'))
const administrators = asked.use(signedIn('administrators'))

export const companiesRoutes = {
  list: people.list.handler(({ input, context: { tx } }) => listCompanies(tx, input)),
  create: administrators.create.handler(({ input, context: { tx } }) => createCompany(tx, input.name)),
  get: people.get.handler(({ input, context: { tx } }) => getCompany(tx, input.id)),
  change: administrators.change.handler(({ input, context: { tx } }) => renameCompany(tx, input)),
  say: lobby.say.handler(({ input, context: { tx, me } }) => sayCompany(tx, me, input.name)),
  said: administrators.said.handler(({ input, context: { tx } }) => listSaid(tx, input)),
  assign: administrators.assign.handler(async ({ input, context: { me, platform } }) => {
    await assignSaid(platform.database, me, input)
    return {}
  }),
  merge: administrators.merge.handler(async ({ input, context: { me, platform } }) => {
    await mergeCompanies(platform.database, me, input.id, input.companyId)
    return {}
  }),
}
