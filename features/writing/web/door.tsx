export { ofLines, toEdit } from './tidy.ts'
export { WritingComposer, type Sent } from './WritingComposer.tsx'
export { Written } from './Written.tsx'
