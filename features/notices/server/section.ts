import { section } from '#features/section.ts'
import { noticesContract } from '../contract.ts'
import { forgetPushes, sendPush } from '../push/server/jobs.ts'
import { pushSubscriptions } from '../push/server/tables.ts'
import { forgetNotices, tellGroup, tellMore } from './jobs.ts'
import { noticesRoutes } from './routes.ts'
import { followings, muteLinks, notices, noticeSettings } from './tables.ts'

export const noticesSection = section({
  name: 'notices',
  openTo: 'everyone',
  contract: noticesContract,
  routes: noticesRoutes,
  tables: [notices, followings, noticeSettings, muteLinks, pushSubscriptions],
  jobs: [tellMore, tellGroup, forgetNotices, sendPush, forgetPushes],
})
