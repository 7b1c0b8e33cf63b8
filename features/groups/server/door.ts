export { enter } from './membership.ts'
export { groupRow, membersAmong, type GroupRow } from './queries.ts'
export { fillInviting } from './slots.ts'
