import { section } from '#features/section.ts'
import { noticesContract } from '../contract.ts'
import { forgetNotices, tellGroup, tellMore } from './jobs.ts'
import { noticesRoutes } from './routes.ts'
import { followings, muteLinks, notices, noticeSettings } from './tables.ts'

export const noticesSection = section({
  name: 'notices',
  openTo: 'everyone',
  contract: noticesContract,
  routes: noticesRoutes,
  tables: [notices, followings, noticeSettings, muteLinks],
  jobs: [tellMore, tellGroup, forgetNotices],
})
