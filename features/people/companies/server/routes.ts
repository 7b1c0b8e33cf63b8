import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { companiesContract } from '../contract.ts'
import { createCompany, renameCompany } from './actions.ts'
import { mergeCompanies } from './keeper.ts'
import { getCompany, listCompanies } from './queries.ts'

const asked = implement(companiesContract).$context<RequestContext>()
const people = asked.use(signedIn())
const administrators = asked.use(signedIn('administrators'))

export const companiesRoutes = {
  list: people.list.handler(({ input, context: { tx } }) => listCompanies(tx, input)),
  create: administrators.create.handler(({ input, context: { tx } }) => createCompany(tx, input.name)),
  get: people.get.handler(({ input, context: { tx } }) => getCompany(tx, input.id)),
  change: administrators.change.handler(({ input, context: { tx } }) => renameCompany(tx, input)),
  merge: administrators.merge.handler(async ({ input, context: { me, platform } }) => {
    await mergeCompanies(platform.database, me, input.id, input.companyId)
    return {}
  }),
}
