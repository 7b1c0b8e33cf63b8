export { listSessions } from './keeper.ts'
export { listTokens } from './queries.ts'
export { endSessions } from './ending.ts'
export { fillSections, fillSessions, sessionsOf } from './slots.ts'
