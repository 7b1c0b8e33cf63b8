export { endSessions } from './ending.ts'
export { fillSections, fillSessions } from './slots.ts'
