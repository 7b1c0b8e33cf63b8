export { LettersWaiting } from '../letters/web/LettersWaiting.tsx'
