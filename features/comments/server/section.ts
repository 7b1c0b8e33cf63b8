import { section } from '#features/section.ts'
import { commentsContract } from '../contract.ts'
import { commentDraftsForget } from '../drafts/server/jobs.ts'
import { forgetComment } from './jobs.ts'
import { commentsNotices } from './notices.ts'
import { commentsReactions } from './reactions.ts'
import { commentsRoutes } from './routes.ts'
import { comments, commentVersions, deletedComments, emojis, reactions, threads } from './tables.ts'

export const commentsSection = section({
  name: 'comments',
  openTo: 'everyone',
  contract: commentsContract,
  routes: commentsRoutes,
  reactions: [...commentsReactions, ...commentsNotices],
  jobs: [forgetComment, commentDraftsForget],
  tables: [threads, comments, commentVersions, deletedComments, emojis, reactions],
})
