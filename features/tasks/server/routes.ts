import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { addComment, listComments } from '#features/comments/server/door.ts'
import { tasksContract } from '../contract.ts'
import { changeTask, completeTask, createTask, reopenTask } from './actions.ts'
import { countTasks, getTask, listTasks } from './queries.ts'

const tasks = implement(tasksContract).$context<RequestContext>().use(signedIn())

export const tasksRoutes = {
  list: tasks.list.handler(({ input, context: { tx } }) => listTasks(tx, input)),
  count: tasks.count.handler(({ context: { tx } }) => countTasks(tx)),
  create: tasks.create.handler(({ input, context: { tx, me } }) => createTask(tx, me, input)),
  get: tasks.get.handler(({ input, context: { tx } }) => getTask(tx, input.id)),
  change: tasks.change.handler(({ input, context: { tx, me } }) => changeTask(tx, me, input)),
  complete: tasks.complete.handler(({ input, context: { tx } }) => completeTask(tx, input.id)),
  reopen: tasks.reopen.handler(({ input, context: { tx } }) => reopenTask(tx, input.id)),
  comments: tasks.comments.handler(async ({ input, context: { tx } }) => {
    const { id } = await getTask(tx, input.id)
    return listComments(tx, id, input)
  }),
  comment: tasks.comment.handler(async ({ input, context: { tx, me } }) => {
    const { id } = await getTask(tx, input.id)
    return addComment(tx, me, id, input)
  }),
}
