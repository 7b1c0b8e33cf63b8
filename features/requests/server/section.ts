import { section } from '#features/section.ts'
import { requestsContract } from '../contract.ts'
import { answerLetter, requestLetter } from './jobs.ts'
import { requestsNotices } from './notices.ts'
import { requestsReactions } from './reactions.ts'
import { requestsRoutes } from './routes.ts'
import { requests } from './tables.ts'

export const requestsSection = section({
  name: 'requests',
  openTo: 'lobby',
  contract: requestsContract,
  routes: requestsRoutes,
  tables: [requests],
  reactions: [...requestsNotices, ...requestsReactions],
  jobs: [requestLetter, answerLetter],
})
