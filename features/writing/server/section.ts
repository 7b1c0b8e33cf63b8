import { section } from '#features/section.ts'
import { writingContract } from '../contract.ts'
import { writingForget } from './jobs.ts'
import { writingReactions } from './reactions.ts'
import { writingRoutes } from './routes.ts'
import { drafts, pictures, pictureUses } from './tables.ts'

export const writingSection = section({
  name: 'writing',
  openTo: 'everyone',
  contract: writingContract,
  routes: writingRoutes,
  tables: [drafts, pictures, pictureUses],
  jobs: [writingForget],
  reactions: writingReactions,
})
