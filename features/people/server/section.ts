import { section } from '#features/section.ts'
import { peopleContract } from '../contract.ts'
import { administratorLetter } from '../moving/server/jobs.ts'
import { peopleReactions } from './reactions.ts'
import { peopleRoutes } from './routes.ts'
import {
  departments,
  employments,
  moved,
  moves,
  presences,
  profileFields,
  profileValues,
  saidCompanies,
  sponsorships,
} from './tables.ts'

export const peopleSection = section({
  name: 'people',
  openTo: 'everyone',
  contract: peopleContract,
  routes: peopleRoutes,
  tables: [
    departments,
    employments,
    sponsorships,
    moves,
    moved,
    profileFields,
    profileValues,
    saidCompanies,
    presences,
  ],
  reactions: peopleReactions,
  jobs: [administratorLetter],
})
