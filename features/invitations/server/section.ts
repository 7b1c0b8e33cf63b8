import { section } from '#features/section.ts'
import { invitationsContract } from '../contract.ts'
import { invitationLetter } from './jobs.ts'
import { invitationsReactions } from './reactions.ts'
import { invitationsRoutes } from './routes.ts'
import { invitations } from './tables.ts'

export const invitationsSection = section({
  name: 'invitations',
  openTo: 'employees',
  contract: invitationsContract,
  routes: invitationsRoutes,
  tables: [invitations],
  reactions: invitationsReactions,
  jobs: [invitationLetter],
})
