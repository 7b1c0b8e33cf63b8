export { fillContents } from './slots.ts'
