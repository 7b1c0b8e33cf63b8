import { implement } from '@orpc/server'
import { notFound } from '#access/errors.ts'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { personRow } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { sponsoringContract } from '../contract.ts'
import { changeSponsorship, endedAccessOf, renewByKey, renewMember } from './keeper.ts'
import { readOwnAccess } from './own.ts'
import { readSponsorship } from './queries.ts'

const asked = implement(sponsoringContract).$context<RequestContext>()
const employees = asked.use(signedIn('employees'))
const lobby = asked.use(signedIn('lobby'))

export const sponsoringRoutes = {
  sponsorship: employees.sponsorship.handler(async ({ input, context: { tx, me } }) => {
    await mustBeFromOutside(tx, input.id)
    return readSponsorship(tx, me, input.id)
  }),
  changeSponsorship: employees.changeSponsorship.handler(async ({ input, context: { tx, me, platform } }) => {
    await changeSponsorship(platform.database, me, input)
    return readSponsorship(tx, me, input.id)
  }),
  renew: employees.renew.handler(({ input, context: { me, platform } }) => renewMember(platform.database, me, input)),
  renewByKey: employees.renewByKey.handler(({ input, context: { me, platform } }) =>
    renewByKey(platform.database, me, input.key),
  ),
  ownAccess: lobby.ownAccess.handler(async ({ context: { tx, me, platform } }) => {
    if (me.kind !== 'external') throw notFound()
    const ended = await endedAccessOf(platform.database, me)
    const own = await readOwnAccess(tx, me, ended.invited)
    return { ...own, purpose: ended.purpose, groups: [...own.groups, ...ended.groups] }
  }),
}

async function mustBeFromOutside(tx: Tx, id: string): Promise<void> {
  if ((await personRow(tx, id)).kind !== 'external') throw notFound()
}
