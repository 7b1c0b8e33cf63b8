import { section } from '#features/section.ts'
import { commentsContract } from '../contract.ts'
import { commentsNotices } from './notices.ts'
import { commentsRoutes } from './routes.ts'
import { comments, emojis, reactions, threads } from './tables.ts'

export const commentsSection = section({
  name: 'comments',
  openTo: 'everyone',
  contract: commentsContract,
  routes: commentsRoutes,
  tables: [threads, comments, emojis, reactions],
  reactions: commentsNotices,
})
