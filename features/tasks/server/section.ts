import { section } from '#features/section.ts'
import { tasksContract } from '../contract.ts'
import { tasksNotices } from './notices.ts'
import { tasksRoutes } from './routes.ts'
import { tasks } from './tables.ts'

export const tasksSection = section({
  name: 'tasks',
  openTo: 'everyone',
  contract: tasksContract,
  routes: tasksRoutes,
  tables: [tasks],
  reactions: tasksNotices,
})
