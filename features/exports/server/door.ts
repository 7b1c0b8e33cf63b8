export { fillExports, inPeriod, pageOfArchive, type Entry, type Part, type Reading } from './slots.ts'
