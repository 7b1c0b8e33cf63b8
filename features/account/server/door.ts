export { endSessions } from './ending.ts'
export { fillSections, fillSessions, sessionsOf } from './slots.ts'
