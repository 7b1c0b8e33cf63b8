export { fillAnswers } from './slots.ts'
