import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { fieldsContract } from '../contract.ts'
import { changeField, createField, writeFields, removeField } from './actions.ts'
import { listFields, listFieldsOfExternals, listOwnFields } from './queries.ts'

const asked = implement(fieldsContract).$context<RequestContext>()
const people = asked.use(signedIn())
const administrators = asked.use(signedIn('administrators'))

export const fieldsRoutes = {
  list: administrators.list.handler(async ({ context: { tx } }) => ({ items: await listFields(tx) })),
  create: administrators.create.handler(({ input, context: { tx } }) => createField(tx, input)),
  change: administrators.change.handler(({ input, context: { tx } }) => changeField(tx, input)),
  remove: administrators.remove.handler(async ({ input, context: { tx } }) => {
    await removeField(tx, input.id)
    return {}
  }),
  ofExternals: people.ofExternals.handler(async ({ context: { tx } }) => ({ items: await listFieldsOfExternals(tx) })),
  mine: people.mine.handler(async ({ context: { tx, me } }) => ({ items: await listOwnFields(tx, me) })),
  write: people.write.handler(async ({ input, context: { tx, me } }) => ({
    items: await writeFields(tx, me, input.values),
  })),
}
