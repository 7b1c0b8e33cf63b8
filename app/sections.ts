import { portalSection } from '#features/portal/server/section.ts'
import { accountSection } from '#features/account/server/section.ts'
import { peopleSection } from '#features/people/server/section.ts'
import { fillDomainRule } from '#features/account/server/door.ts'
import { groupsBelongings } from '#features/groups/server/belongings.ts'
import { sponsorsBelongings } from '#features/groups/sponsoring/server/belongings.ts'
import { groupsShown } from '#features/groups/server/shown.ts'
import { groupsSection } from '#features/groups/server/section.ts'
import { fillSample } from '#features/portal/server/door.ts'
import { fillBelongings } from '#features/people/server/door.ts'
import { fillThings, standingIn } from '#features/comments/server/door.ts'
import {
  fillCounting,
  fillExpected,
  fillInviters,
  fillInviting,
  fillLongestTerm,
  fillMovers,
  fillSettling,
} from '#features/groups/server/door.ts'
import { inviteInto } from '#features/invitations/server/actions.ts'
import { saidByGroup } from '#features/invitations/server/rights.ts'
import { invitationsBelongings } from '#features/invitations/server/belongings.ts'
import { readRules, ruleAgainstRequest, takesDomain } from '#features/invitations/server/rules.ts'
import { invitedInto, isExpected, readInviters, settleAdded } from '#features/invitations/server/door.ts'
import { fillExports } from '#features/exports/server/door.ts'
import { noticesSection } from '#features/notices/server/section.ts'
import { fillNotices, fillReplies } from '#features/notices/server/door.ts'
import { exportsSection } from '#features/exports/server/section.ts'
import { fillPortalRules } from '#features/requests/server/door.ts'
import { ownRequests } from '#features/requests/server/exported.ts'
import { requestsSection } from '#features/requests/server/section.ts'
import { ownInvitations } from '#features/invitations/server/exported.ts'
import { invitationsSection } from '#features/invitations/server/section.ts'
import { filesOfGroup, ownFiles } from '#features/writing/attachments/server/exported.ts'
import { ownDrafts } from '#features/writing/drafts/server/exported.ts'
import { writingSection } from '#features/writing/server/section.ts'
import { ownComments } from '#features/comments/server/exported.ts'
import { commentsMover } from '#features/comments/server/movers.ts'
import { commentsTalk } from '#features/comments/server/notices.ts'
import { commentsSection } from '#features/comments/server/section.ts'
import { ownPosts, ownReactions, postsOfGroup } from '#features/feed/server/exported.ts'
import { ownVotes } from '#features/feed/polls/server/exported.ts'
import { ownAnswers } from '#features/feed/server/exported-added.ts'
import { addressingBelongings, fillEntries, isPost } from '#features/feed/server/door.ts'
import { feedMover } from '#features/feed/server/movers.ts'
import { postsThings } from '#features/feed/server/notices.ts'
import { feedSection } from '#features/feed/server/section.ts'
import { ownTasks, tasksOfGroup } from '#features/tasks/server/exported.ts'
import { tasksMover } from '#features/tasks/server/movers.ts'
import { tasksThings } from '#features/tasks/server/noticed.ts'
import { tasksBelongings } from '#features/tasks/server/belongings.ts'
import { tasksShown } from '#features/tasks/server/shown.ts'
import { tasksSection } from '#features/tasks/server/section.ts'
import { replyAddressFor } from '#features/replies/server/door.ts'
import { repliesSection } from '#features/replies/server/section.ts'
import { oversightSection } from '#features/oversight/server/section.ts'
import type { Section } from '#features/section.ts'
import { clearSample, seedSample, whomToTry } from './seed.ts'

/** Every feature, in the order they may know each other. */
export const sections = [
  portalSection,
  accountSection,
  peopleSection,
  groupsSection,
  noticesSection,
  exportsSection,
  requestsSection,
  invitationsSection,
  writingSection,
  commentsSection,
  feedSection,
  tasksSection,
  repliesSection,
  oversightSection,
] as const

/** The same list without the types of each. */
export const everySection: readonly Section[] = [...sections]

// Groups come before invitations and may not know them: who is invited while a group is made is put in here.
fillInviting(async (tx, me, group, invitations) => {
  await inviteInto(tx, me, group, { ...(await saidByGroup(tx, group)), ...invitations })
})

// Who invited somebody stands there too.
fillInviters(readInviters)

// The portal's rule about last days stands with invitations too.
fillLongestTerm(async (tx) => (await readRules(tx)).mostDays)
// And so does who is on their way into a group.
fillExpected(isExpected, invitedInto)

// And what the portal says, by the time that a keeper of a group answers, of those who wait to be let in.
fillPortalRules(ruleAgainstRequest)

// And the rule about the domains that people from outside come from, who change their address among their own things.
fillDomainRule(takesDomain)

// Nor do they know what else stands in a group when its externals are kept apart.
fillMovers([commentsMover, feedMover, tasksMover])
// Nor what of them belongs into the record of a group, or into the copy of what a person wrote.
fillExports({
  ofGroup: [postsOfGroup, tasksOfGroup, filesOfGroup],
  ofPerson: [
    ownPosts,
    ownComments,
    ownReactions,
    ownVotes,
    ownAnswers,
    ownFiles,
    ownDrafts,
    ownTasks,
    ownInvitations,
    ownRequests,
  ],
})
// Nor whether a post was deleted a moment ago: what is said below it is gone with it.
fillThings({ post: isPost })
// The feed shows what happens in features that it comes before.
fillEntries([...groupsShown, ...tasksShown])
// Nor how much stands in a tool that is opened or shut.
fillCounting(standingIn)
// Nor who was added to a group, never came, and is nobody without it.
fillSettling(settleAdded)

// Nor where an answer to a letter of theirs goes.
fillReplies(replyAddressFor)
// Notices show what the features after them show, as those show it.
fillNotices([postsThings, tasksThings], commentsTalk)

// People come before all rooms that keep something of them: who goes or changes sides is handled there.
fillBelongings([groupsBelongings, sponsorsBelongings, invitationsBelongings, addressingBelongings, tasksBelongings])

// And so is the sample company, which is made of all of them.
fillSample(async (platform, password, step) => {
  await clearSample(platform)
  await seedSample(platform, password, { step, administrators: false })
  return whomToTry().filter((one) => one.role !== 'administrator')
})
