import { section } from '#features/section.ts'
import { groupsContract } from '../contract.ts'
import { forgetKeys, reminderLetter, sponsorLetter, termsByTheClock } from '../sponsoring/server/jobs.ts'
import { sponsoringReactions } from '../sponsoring/server/reactions.ts'
import { groupsRoutes } from './routes.ts'
import { forgetDeletions, removeGroup } from './archive/jobs.ts'
import { resumeSeparations, separateGroup } from './isolation/jobs.ts'
import { groupDeletions, groups, groupSeparations, lanes, members, renewalKeys } from './tables.ts'

export const groupsSection = section({
  name: 'groups',
  openTo: 'everyone',
  contract: groupsContract,
  routes: groupsRoutes,
  reactions: sponsoringReactions,
  tables: [groups, members, renewalKeys, lanes, groupDeletions, groupSeparations],
  jobs: [
    removeGroup,
    forgetDeletions,
    separateGroup,
    resumeSeparations,
    termsByTheClock,
    reminderLetter,
    sponsorLetter,
    forgetKeys,
  ],
})
