import { section } from '#features/section.ts'
import { invitationsContract } from '../contract.ts'
import { declinedLetter, forgetSendings, invitationLetter } from './jobs.ts'
import { invitationsReactions } from './reactions.ts'
import { invitationsRoutes } from './routes.ts'
import { invitationRules, invitations, roomLinks, sendings } from './tables.ts'

export const invitationsSection = section({
  name: 'invitations',
  openTo: 'everyone',
  contract: invitationsContract,
  routes: invitationsRoutes,
  tables: [roomLinks, invitations, invitationRules, sendings],
  reactions: invitationsReactions,
  jobs: [invitationLetter, declinedLetter, forgetSendings],
})
