import { implement } from '@orpc/server'
import { found, notFound } from '#access/errors.ts'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { namedPeople } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { faultsIn } from '../../server/addresses.ts'
import { groupNames } from '../../server/queries.ts'
import { linkContract } from '../contract.ts'
import { askForLetter, everyLink, linksInto, lookAtLink, makeLink, switchOff } from './keeper.ts'
import type { LinkRow } from './links.ts'
import { linkShown } from './queries.ts'

const anyone = implement(linkContract).$context<RequestContext>()
const members = anyone.use(signedIn())
const administrators = anyone.use(signedIn('administrators'))

export const linkRoutes = {
  links: members.links.handler(async ({ input, context: { tx, me, ...context } }) => {
    await groupRow(tx, input.id)
    return { items: await answered(tx, await linksInto(context, me, input.id)), next: null }
  }),
  listLinks: administrators.listLinks.handler(async ({ input: { limit, ...page }, context: { tx, ...context } }) => {
    const rows = await everyLink(context, { limit, ...page })
    const items = await answered(tx, rows.slice(0, limit))
    const names = await groupNames(
      tx,
      rows.map(({ link }) => link.groupId),
    )
    return {
      items: items.map((item, n) => {
        const groupId = found(rows[n]).link.groupId
        return { ...item, groupId, groupName: names.get(groupId) ?? null }
      }),
      next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    }
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
    if (!me.administrator && !(await linkShown(tx, input.id))) throw notFound()
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
async function answered<Row extends { link: LinkRow }>(tx: Tx, links: Row[]) {
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
