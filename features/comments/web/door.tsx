export { Comments } from './Comments.tsx'
export { Composer } from './Composer.tsx'
export { WrittenText } from './WrittenText.tsx'
