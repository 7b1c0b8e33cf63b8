import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { requestsContract } from '../contract.ts'
import { askToJoin, decide, lobbyOf, withdrawRequest } from './keeper.ts'
import { getRequest, listRequests } from './queries.ts'

const asked = implement(requestsContract).$context<RequestContext>()
const lobby = asked.use(signedIn('lobby'))
const employees = asked.use(signedIn('employees'))

export const requestsRoutes = {
  list: employees.list.handler(({ input, context: { tx, me } }) => listRequests(tx, me, input.id, input)),
  ask: employees.ask.handler(async ({ input, context: { tx, me, platform } }) =>
    getRequest(tx, me, await askToJoin(platform.database, me, input.id)),
  ),
  approve: employees.approve.handler(async ({ input, context: { tx, me, platform } }) => {
    await decide(platform.database, me, input.id, { answer: 'approve', from: input.from })
    return getRequest(tx, me, input.id)
  }),
  decline: employees.decline.handler(async ({ input, context: { tx, me, platform } }) => {
    await decide(platform.database, me, input.id, { answer: 'decline' })
    return getRequest(tx, me, input.id)
  }),
  withdraw: employees.withdraw.handler(async ({ input, context: { me, platform } }) => {
    await withdrawRequest(platform.database, me, input.id)
    return {}
  }),
  lobby: lobby.lobby.handler(async ({ context: { me, platform } }) => ({
    items: await lobbyOf(platform.database, me),
  })),
}
