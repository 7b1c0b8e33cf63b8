export { addressingBelongings } from '../addressing/server/belongings.ts'
export { fillEntries } from '../entries/server/slots.ts'
export { isPost } from './queries.ts'
