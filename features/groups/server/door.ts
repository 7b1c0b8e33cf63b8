export { mustBeOpen } from './archive/open.ts'
export { arrive } from './arriving.ts'
export { dayIn, daysAfter, isOver } from '../sponsoring/server/days.ts'
export { mustBeRight } from '../sponsoring/server/renewing.ts'
export { invitersOf, invitesAs, keepersInvite } from './inviting.ts'
export { removeMember } from './keeper.ts'
export { changeSponsorship, renewMember } from '../sponsoring/server/keeper.ts'
export { goAway } from './leaving.ts'
export { fillMovers, isOutside, type Mover } from './isolation/movers.ts'
export { laneNames } from './isolation/queries.ts'
export { previewComing } from './opening/coming/keeper.ts'
export { awaitsFirst, letFirstIn } from './opening/first.ts'
export { laneOfMember, placeBelow, placeIn, type Addressed } from './places.ts'
export {
  getGroup,
  getMember,
  groupRow,
  listGroups,
  listMembers,
  membersAmong,
  placeOfMember,
  type GroupRow,
} from './queries.ts'
export { mustUse, seenByAll, seesTool } from './tools/mine.ts'
export { keptApart, namesIn, roomIn, type Names, type Room } from './names.ts'
export {
  fillCounting,
  fillExpected,
  fillInviters,
  fillInviting,
  fillLongestTerm,
  fillSettling,
  type Comer,
  type Inviter,
} from './slots.ts'
