export { settleAdded } from '../adding/server/coming.ts'
export { fillContents } from './slots.ts'
