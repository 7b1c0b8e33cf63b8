export { closedByDecline } from './deciding.ts'
export { makeRequest } from './making.ts'
export { fillPortalRules, type PortalRule } from './slots.ts'
