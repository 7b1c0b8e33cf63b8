import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { departmentsContract } from '../contract.ts'
import { addDepartment, changeDepartment, removeDepartment } from './actions.ts'
import { listDepartments } from './queries.ts'

const asked = implement(departmentsContract).$context<RequestContext>()
const employees = asked.use(signedIn('employees'))
const administrators = asked.use(signedIn('administrators'))

export const departmentsRoutes = {
  list: employees.list.handler(async ({ context: { tx } }) => ({ items: await listDepartments(tx) })),
  add: administrators.add.handler(({ input, context: { tx } }) => addDepartment(tx, input)),
  change: administrators.change.handler(({ input, context: { tx } }) => changeDepartment(tx, input)),
  remove: administrators.remove.handler(async ({ input, context: { tx } }) => {
    await removeDepartment(tx, input.id)
    return {}
  }),
}
