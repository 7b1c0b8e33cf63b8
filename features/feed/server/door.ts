export { fillEntries } from '../entries/server/slots.ts'
