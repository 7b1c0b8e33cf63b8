import { section } from '#features/section.ts'
import { oversightContract } from '../contract.ts'
import { oversightRoutes } from './routes.ts'

export const oversightSection = section({
  name: 'oversight',
  openTo: 'everyone',
  contract: oversightContract,
  routes: oversightRoutes,
})
