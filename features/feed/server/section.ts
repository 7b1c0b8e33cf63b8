import { section } from '#features/section.ts'
import { feedContract } from '../contract.ts'
import { feedRoutes } from './routes.ts'
import { likes, posts } from './tables.ts'

export const feedSection = section({
  name: 'feed',
  openTo: 'everyone',
  contract: feedContract,
  routes: feedRoutes,
  tables: [posts, likes],
})
