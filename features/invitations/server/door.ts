export { settleAdded } from '../adding/server/coming.ts'
export { invitedInto, isExpected } from './expected.ts'
export { readInviters } from './inviters.ts'
