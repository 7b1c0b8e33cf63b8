import { section } from '#features/section.ts'
import { portalContract } from '../contract.ts'
import { clearFiles, fillWithSample } from './jobs.ts'
import { portalRoutes } from './routes.ts'
import { licence, portal, sampling } from './tables.ts'

export const portalSection = section({
  name: 'portal',
  openTo: 'everyone',
  contract: portalContract,
  routes: portalRoutes,
  tables: [portal, licence, sampling],
  jobs: [fillWithSample, clearFiles],
})
