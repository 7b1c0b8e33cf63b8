export { fillEntries } from '../entries/server/slots.ts'
export { isPost } from './queries.ts'
