import { section } from '#features/section.ts'
import { groupsContract } from '../contract.ts'
import { groupsReactions } from './reactions.ts'
import { groupsRoutes } from './routes.ts'
import { groups, lanes, members } from './tables.ts'

export const groupsSection = section({
  name: 'groups',
  openTo: 'everyone',
  contract: groupsContract,
  routes: groupsRoutes,
  tables: [groups, members, lanes],
  reactions: groupsReactions,
})
