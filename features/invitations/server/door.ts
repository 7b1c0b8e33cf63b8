export { inviteInto } from './actions.ts'
