export { LettersWaiting } from '../letters/web/LettersWaiting.tsx'
export { ReadAbout } from './ReadAbout.tsx'
