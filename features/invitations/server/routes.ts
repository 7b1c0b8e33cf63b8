import { implement } from '@orpc/server'
import { found, notFound } from '#access/errors.ts'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { hasPlace, licenceFull } from '#features/portal/server/door.ts'
import { addingRoutes } from '../adding/server/routes.ts'
import { linkRoutes } from '../link/server/routes.ts'
import { listRoutes } from '../list/server/routes.ts'
import { invitationsContract } from '../contract.ts'
import { inviteInto, resend, withdraw } from './actions.ts'
import { readAddresses, refuseKnown } from './addresses.ts'
import { companyOfAddress } from './company.ts'
import {
  approveInvitation,
  inviteEmployees,
  inviteFromOutside,
  lookAtInvitation,
  mayAdd,
  mayMakeLinks,
  redeemInvitation,
  resendAsAdministrator,
  resendForInviter,
  resendFromOutside,
  sendChoosing,
  wayFor,
  withdrawAsAdministrator,
  withdrawInHand,
} from './keeper.ts'
import { invitationRow, invitationsIn, listForAdministrators, listInvitations } from './queries.ts'
import { keepsGroup } from './rights.ts'
import { changeRules, readRules } from './rules.ts'
import { termsFor } from './terms.ts'
import { waitingFor } from './waiting.ts'

const anyone = implement(invitationsContract).$context<RequestContext>()
const members = anyone.use(signedIn())
const employees = anyone.use(signedIn('employees'))
const administrators = anyone.use(signedIn('administrators'))

export const invitationsRoutes = {
  list: members.list.handler(({ input, context: { tx, me } }) => listInvitations(tx, me, input.id, input)),
  invite: members.invite.handler(async ({ input, context: { tx, me, platform } }) => {
    const group = await groupRow(tx, input.id)
    const { country } = platform.settings
    if (me.kind === 'employee') {
      const choice = { groupId: group.id, from: input.from }
      const send = () => inviteInto(tx, me, group, { ...input, country })
      return { items: await invitationsIn(tx, await sendChoosing(platform.database, me, choice, send)) }
    }
    const typed = readAddresses(input.emails, { language: me.language, country })
    await refuseKnown(tx, typed, group.id)
    const rows = await inviteFromOutside(platform.database, me, { groupId: group.id, typed }, input)
    return { items: await invitationsIn(tx, rows) }
  }),
  ...addingRoutes,
  ...linkRoutes,
  ...listRoutes,
  terms: members.terms.handler(async ({ input, context: { tx, me, platform } }) => {
    const group = await groupRow(tx, input.id)
    return termsFor(tx, me, group, {
      way: () => wayFor(platform.database, me, group.id),
      adds: () => mayAdd(platform.database, me, group.id),
      links: () => mayMakeLinks(platform.database, me, group.id),
      waiting: () => waitingFor(platform.database, group.id),
    })
  }),
  companyOf: employees.companyOf.handler(async ({ input, context: { tx } }) => {
    await groupRow(tx, input.id)
    return { company: (await companyOfAddress(tx, input.email))?.name ?? null }
  }),
  listEmployees: administrators.listEmployees.handler(({ input, context: { tx } }) =>
    listForAdministrators(tx, 'portal', input),
  ),
  inviteEmployees: administrators.inviteEmployees.handler(async ({ input, context: { tx, me, platform } }) => {
    const typed = readAddresses(input.emails)
    if (!(await hasPlace(tx, 'employee'))) throw licenceFull()
    await refuseKnown(tx, typed, null)
    return { items: await invitationsIn(tx, await inviteEmployees(platform.database, me, typed, input)) }
  }),
  listAll: administrators.listAll.handler(({ input, context: { tx } }) => listForAdministrators(tx, 'groups', input)),
  approve: administrators.approve.handler(async ({ input, context: { tx, me, platform } }) =>
    found((await invitationsIn(tx, [await approveInvitation(platform.database, me, input.id)]))[0]),
  ),
  rules: administrators.rules.handler(({ context: { tx } }) => readRules(tx)),
  changeRules: administrators.changeRules.handler(({ input, context: { tx } }) => changeRules(tx, input)),
  resend: members.resend.handler(async ({ input, context: { tx, me, platform } }) => {
    const row = await invitationRow(tx, input.id)
    const { groupId } = row
    const renewed = async () => {
      if (groupId === null) return resendAsAdministrator(platform.database, me, row)
      if (me.kind === 'external') return resendFromOutside(platform.database, me, row)
      // Who keeps the group sends it in their own name; an administrator who does not, for whoever sent it.
      if (me.administrator && row.invitedBy !== me.id && !(await keepsGroup(tx, me, groupId)))
        return row.heldAt
          ? approveInvitation(platform.database, me, row.id)
          : resendForInviter(platform.database, me, row)
      // Through the lobby before, it may let them in by now.
      const send = async () => [await resend(tx, me, row, await groupRow(tx, groupId))]
      return found((await sendChoosing(platform.database, me, { groupId }, send))[0])
    }
    if (groupId === null && !me.administrator) throw notFound()
    return found((await invitationsIn(tx, [await renewed()]))[0])
  }),
  withdraw: members.withdraw.handler(async ({ input, context: { tx, me, platform } }) => {
    const row = await invitationRow(tx, input.id)
    if (me.administrator) await withdrawAsAdministrator(platform.database, me, row)
    else if (row.groupId === null) throw notFound()
    else if (me.kind === 'external' || row.personId || row.role === 'moderator')
      await withdrawInHand(platform.database, me, row)
    else await withdraw(tx, me, row)
    return {}
  }),
  look: anyone.look.handler(({ input, context }) => lookAtInvitation(context, input.token)),
  redeem: anyone.redeem.handler(({ input, context }) => redeemInvitation(context, input)),
}
