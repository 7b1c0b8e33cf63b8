export { checkMentions } from './mentions.ts'
export { withMentions } from './nodes.ts'
export { plainOf } from './plain.ts'
export { peopleIn, showWriting, type Written } from './shown.ts'
