import { implement } from '@orpc/server'
import { found, notFound } from '#access/errors.ts'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { hasPlace, licenceFull } from '#features/portal/server/door.ts'
import { invitationsContract } from '../contract.ts'
import { inviteInto, resend, withdraw } from './actions.ts'
import { readAddresses, refuseKnown } from './addresses.ts'
import { companyOfAddress } from './company.ts'
import {
  approveInvitation,
  inviteEmployees,
  lookAtInvitation,
  redeemInvitation,
  resendAsAdministrator,
  withdrawAsAdministrator,
} from './keeper.ts'
import { invitationRow, invitationsIn, listForAdministrators, listInvitations } from './queries.ts'
import { changeRules, readRules } from './rules.ts'

const anyone = implement(invitationsContract).$context<RequestContext>()
const employees = anyone.use(signedIn('employees'))
const administrators = anyone.use(signedIn('administrators'))

export const invitationsRoutes = {
  list: employees.list.handler(({ input, context: { tx } }) => listInvitations(tx, input.id, input)),
  invite: employees.invite.handler(async ({ input, context: { tx, me } }) => ({
    items: await inviteInto(tx, me, await groupRow(tx, input.id), input),
  })),
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
  resend: employees.resend.handler(async ({ input, context: { tx, me, platform } }) => {
    const row = await invitationRow(tx, input.id)
    if (row.groupId !== null) return found((await resend(tx, me, input.id))[0])
    if (!me.administrator) throw notFound()
    return found((await invitationsIn(tx, [await resendAsAdministrator(platform.database, me, row)]))[0])
  }),
  withdraw: employees.withdraw.handler(async ({ input, context: { tx, me, platform } }) => {
    const row = await invitationRow(tx, input.id)
    if (me.administrator) await withdrawAsAdministrator(platform.database, me, row)
    else if (row.groupId !== null) await withdraw(tx, me, input.id)
    else throw notFound()
    return {}
  }),
  look: anyone.look.handler(({ input, context }) => lookAtInvitation(context, input.token)),
  redeem: anyone.redeem.handler(({ input, context }) => redeemInvitation(context, input)),
}
