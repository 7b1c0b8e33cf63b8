export { mustBeOpen } from './archive/open.ts'
export { arrive } from './arriving.ts'
export { invitesAs } from './inviting.ts'
export { fillMovers, type Mover } from './isolation/movers.ts'
export { laneNames } from './isolation/queries.ts'

export { laneOfMember, placeBelow, placeIn, type Addressed } from './places.ts'
export { getGroup, groupRow, membersAmong, placeOfMember, type GroupRow } from './queries.ts'
export { fillInviting } from './slots.ts'
