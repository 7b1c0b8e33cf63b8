import { section } from '#features/section.ts'
import { noticesContract } from '../contract.ts'
import { lettersContract } from '../letters/contract.ts'
import { forgetLetters, gatherLetters, noticesLetter } from '../letters/server/jobs.ts'
import { lettersRoutes } from '../letters/server/routes.ts'
import { returnedLetters } from '../letters/server/tables.ts'
import { forgetPushes, sendPush } from '../push/server/jobs.ts'
import { pushSubscriptions } from '../push/server/tables.ts'
import { forgetNotices, tellCircles, tellGroup, tellMore } from './jobs.ts'
import { noticesRoutes } from './routes.ts'
import { followings, muteLinks, notices, noticeSettings } from './tables.ts'

export const noticesSection = section({
  name: 'notices',
  openTo: 'everyone',
  contract: { ...noticesContract, ...lettersContract },
  routes: { ...noticesRoutes, ...lettersRoutes },
  tables: [notices, followings, noticeSettings, muteLinks, returnedLetters, pushSubscriptions],
  jobs: [
    tellMore,
    tellCircles,
    tellGroup,
    forgetNotices,
    noticesLetter,
    gatherLetters,
    forgetLetters,
    sendPush,
    forgetPushes,
  ],
})
