import { section } from '#features/section.ts'
import { repliesContract } from '../contract.ts'
import { clearLetters, readLetter, refusalLetter } from './jobs.ts'
import { repliesReactions } from './reactions.ts'
import { repliesRoutes } from './routes.ts'
import { lettersIn, replyAddresses } from './tables.ts'

export const repliesSection = section({
  name: 'replies',
  openTo: 'administrators',
  contract: repliesContract,
  routes: repliesRoutes,
  tables: [replyAddresses, lettersIn],
  reactions: repliesReactions,
  jobs: [readLetter, refusalLetter, clearLetters],
})
