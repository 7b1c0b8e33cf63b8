import { section } from '#features/section.ts'
import { writingContract } from '../contract.ts'
import { writingRoutes } from './routes.ts'

export const writingSection = section({
  name: 'writing',
  openTo: 'everyone',
  contract: writingContract,
  routes: writingRoutes,
})
