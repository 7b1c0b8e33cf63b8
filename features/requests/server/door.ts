export { closedByDecline } from './deciding.ts'
export { makeRequest } from './making.ts'
export { fillPortalRules } from './slots.ts'
