import { section } from '#features/section.ts'
import { writingContract } from '../contract.ts'
import { writingReactions } from './reactions.ts'
import { writingRoutes } from './routes.ts'
import { drafts } from './tables.ts'

export const writingSection = section({
  name: 'writing',
  openTo: 'everyone',
  contract: writingContract,
  routes: writingRoutes,
  tables: [drafts],
  reactions: writingReactions,
})
