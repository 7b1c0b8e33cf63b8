import { implement } from '@orpc/server'
import { found } from '#access/errors.ts'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { faultsIn } from '../../server/addresses.ts'
import { addPerson } from '../../server/keeper.ts'
import { invitationsIn } from '../../server/queries.ts'
import { addingContract } from '../contract.ts'
import { readPerson } from './adding.ts'

const members = implement(addingContract).$context<RequestContext>().use(signedIn())

export const addingRoutes = {
  add: members.add.handler(async ({ input: { id, ...said }, context: { tx, me, platform } }) => {
    const group = await groupRow(tx, id)
    const numbersBy = { language: me.language, country: platform.settings.country }
    const adding = await readPerson(tx, said, group.id, numbersBy).catch(faultsIn('email'))
    const row = await addPerson(platform.database, me, group.id, adding).catch(faultsIn('email'))
    return found((await invitationsIn(tx, [row]))[0])
  }),
}
