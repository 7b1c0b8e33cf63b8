export { addComment, openThread } from './actions.ts'
export { followThings } from './movers.ts'
export { commentCounts, listComments } from './queries.ts'
export { seedComments } from './seed.ts'
