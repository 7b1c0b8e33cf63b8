export { choiceOf } from '../reactions/web/reactionName.ts'
export { ReactionLine } from '../reactions/web/ReactionLine.tsx'
export { Comments } from './Comments.tsx'
export { WrittenText } from './WrittenText.tsx'
