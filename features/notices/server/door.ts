export { notify } from './notify.ts'
export { listenersOf, notifyGroup } from './telling.ts'
export { fillNotices, type Said, type Things } from './slots.ts'
export { sessionsWithPush } from '../push/server/keeper.ts'
