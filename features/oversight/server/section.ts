import { section } from '#features/section.ts'
import { oversightContract } from '../contract.ts'
import { doAct, forgetActs } from '../acts/server/jobs.ts'
import { externalActItems, externalActs } from './tables.ts'
import { oversightRoutes } from './routes.ts'

export const oversightSection = section({
  name: 'oversight',
  openTo: 'everyone',
  contract: oversightContract,
  routes: oversightRoutes,
  tables: [externalActs, externalActItems],
  jobs: [doAct, forgetActs],
})
