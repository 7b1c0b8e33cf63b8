import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { announcementsContract } from '../contract.ts'
import { confirm } from './actions.ts'
import { listConfirmations, remind } from './overseeing.ts'

const announcements = implement(announcementsContract).$context<RequestContext>().use(signedIn())

export const announcementsRoutes = {
  confirm: announcements.confirm.handler(({ input, context: { tx, me } }) => confirm(tx, me, input.id)),
  confirmations: announcements.confirmations.handler(({ input, context: { tx } }) => listConfirmations(tx, input)),
  remind: announcements.remind.handler(({ input, context: { tx } }) => remind(tx, input.id)),
}
