import { implement } from '@orpc/server'
import { found, notFound } from '#access/errors.ts'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { namedPeople } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { faultsIn } from '../../server/addresses.ts'
import { linkContract, type RoomLink } from '../contract.ts'
import { askForLetter, linksInto, lookAtLink, makeLink, switchOff } from './keeper.ts'
import { linkShown } from './queries.ts'

const anyone = implement(linkContract).$context<RequestContext>()
const members = anyone.use(signedIn())

export const linkRoutes = {
  links: members.links.handler(async ({ input, context: { tx, me, ...context } }) => {
    await groupRow(tx, input.id)
    return { items: await answered(tx, await linksInto(context, me, input.id)), next: null }
  }),
  makeLink: members.makeLink.handler(async ({ input: { id: groupId, ...said }, context: { tx, me, ...context } }) => {
    await groupRow(tx, groupId)
    const { id } = await makeLink(context, me, groupId, said)
    const links = await answered(tx, await linksInto(context, me, groupId))
    // Somebody else may have made it anew a moment later: then theirs is the one that is alive.
    return found(
      links.find((link) => link.id === id) ?? links.find(({ shared }) => shared === (me.kind === 'employee')),
    )
  }),
  endLink: members.endLink.handler(async ({ input, context: { tx, me, ...context } }) => {
    if (!(await linkShown(tx, input.id))) throw notFound()
    await switchOff(context, me, input.id)
    return {}
  }),
  lookAtLink: anyone.lookAtLink.handler(({ input, context }) => lookAtLink(context, input.token)),
  askByLink: anyone.askByLink.handler(async ({ input: { token, ...asking }, context }) => {
    await askForLetter(context, token, asking).catch(faultsIn('email'))
    return {}
  }),
}

/** As whoever asks: whom they may not see they are not told of. */
async function answered(tx: Tx, links: Awaited<ReturnType<typeof linksInto>>): Promise<RoomLink[]> {
  const named = await namedPeople(
    tx,
    links.map(({ link }) => link.madeBy),
  )
  return links.map(({ link, ...rest }) => ({
    ...rest,
    id: link.id,
    madeBy: named.get(link.madeBy) ?? null,
    expiresAt: link.expiresAt,
    purpose: link.purpose,
    accessUntil: link.accessUntil,
  }))
}
