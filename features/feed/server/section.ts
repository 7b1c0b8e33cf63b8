import { section } from '#features/section.ts'
import { addressingContract } from '../addressing/contract.ts'
import { addressingRoutes } from '../addressing/server/routes.ts'
import { addressees, addressings } from '../addressing/server/tables.ts'
import { feedContract } from '../contract.ts'
import { announcementsContract } from '../announcements/contract.ts'
import { announcementNotices } from '../announcements/server/notices.ts'
import { announcementsRoutes } from '../announcements/server/routes.ts'
import { announcementReminders, announcements, confirmations } from '../announcements/server/tables.ts'
import { appreciationsContract } from '../appreciations/contract.ts'
import { appreciationsRoutes } from '../appreciations/server/routes.ts'
import { appreciated, appreciations } from '../appreciations/server/tables.ts'
import { calendarEventsContract } from '../calendar-events/contract.ts'
import { eventReminder } from '../calendar-events/server/jobs.ts'
import { eventNotices } from '../calendar-events/server/notices.ts'
import { calendarEventsRoutes } from '../calendar-events/server/routes.ts'
import { calendarAnswers, calendarEvents } from '../calendar-events/server/tables.ts'
import { draftsContract } from '../drafts/contract.ts'
import { draftsRoutes } from '../drafts/server/routes.ts'
import { entryReactions } from '../entries/server/reactions.ts'
import { marksContract } from '../marks/contract.ts'
import { marksRoutes } from '../marks/server/routes.ts'
import { favourites, feedSettings, pins, readMarks, readPosts } from '../marks/server/tables.ts'
import { pollsContract } from '../polls/contract.ts'
import { pollEnds } from '../polls/server/jobs.ts'
import { pollsNotices } from '../polls/server/notices.ts'
import { pollsReactions } from '../polls/server/reactions.ts'
import { pollsRoutes } from '../polls/server/routes.ts'
import { pollBoxes, pollOptions, polls, pollTurnouts, pollVotes } from '../polls/server/tables.ts'
import { readingContract } from '../reading/contract.ts'
import { readingReactions } from '../reading/server/reactions.ts'
import { readingRoutes } from '../reading/server/routes.ts'
import { activities } from '../reading/server/tables.ts'
import { searchContract } from '../search/contract.ts'
import { searchReactions } from '../search/server/reactions.ts'
import { searchRoutes } from '../search/server/routes.ts'
import { postWords } from '../search/server/tables.ts'
import { tagsContract } from '../tags/contract.ts'
import { tagsRoutes } from '../tags/server/routes.ts'
import { postTags } from '../tags/server/tables.ts'
import { feedForget } from './jobs.ts'
import { feedNotices } from './notices.ts'
import { feedReactions } from './reactions.ts'
import { feedRoutes } from './routes.ts'
import { postDeletions, posts, postVersions } from './tables.ts'

export const feedSection = section({
  name: 'feed',
  openTo: 'everyone',
  contract: {
    ...feedContract,
    ...addressingContract,
    ...readingContract,
    ...marksContract,
    ...pollsContract,
    ...searchContract,
    ...announcementsContract,
    ...appreciationsContract,
    ...calendarEventsContract,
    ...tagsContract,
    ...draftsContract,
  },
  routes: {
    ...feedRoutes,
    ...addressingRoutes,
    ...readingRoutes,
    ...marksRoutes,
    ...pollsRoutes,
    ...searchRoutes,
    ...announcementsRoutes,
    ...appreciationsRoutes,
    ...calendarEventsRoutes,
    ...tagsRoutes,
    ...draftsRoutes,
  },
  // What stands in the feed is said by all features, so it is known once `app` has put them together.
  get reactions() {
    // Words before places: whoever deletes a post holds it before they hold its places, and so nobody waits for each other.
    return [
      ...feedNotices,
      ...announcementNotices,
      ...eventNotices,
      ...feedReactions,
      ...pollsNotices,
      ...pollsReactions,
      ...searchReactions,
      ...readingReactions,
      ...entryReactions(),
    ]
  },
  tables: [
    addressings,
    addressees,
    posts,
    postDeletions,
    postVersions,
    activities,
    readMarks,
    readPosts,
    favourites,
    pins,
    feedSettings,
    polls,
    pollOptions,
    pollVotes,
    pollTurnouts,
    pollBoxes,
    postWords,
    announcements,
    confirmations,
    announcementReminders,
    appreciations,
    appreciated,
    calendarEvents,
    calendarAnswers,
    postTags,
  ],
  jobs: [feedForget, pollEnds, eventReminder],
})
