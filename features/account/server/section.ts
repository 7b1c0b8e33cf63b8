import { section } from '#features/section.ts'
import { accountContract } from '../contract.ts'
import { addressChangedLetter, newAddressLetter } from '../email/server/jobs.ts'
import { codeMessage, numberChangedMessage } from '../phone/server/jobs.ts'
import { clearAway, codeLetter, proofLetter, securityLetter } from './jobs.ts'
import { accountRoutes } from './routes.ts'

export const accountSection = section({
  name: 'account',
  openTo: 'lobby',
  contract: accountContract,
  routes: accountRoutes,
  jobs: [
    proofLetter,
    codeLetter,
    newAddressLetter,
    addressChangedLetter,
    codeMessage,
    numberChangedMessage,
    securityLetter,
    clearAway,
  ],
})
