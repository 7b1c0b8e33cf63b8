export { addComment, openThread } from './actions.ts'
export { commentCounts, listComments } from './queries.ts'
export { seedComments } from './seed.ts'
