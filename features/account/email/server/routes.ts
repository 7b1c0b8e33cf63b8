import { implement } from '@orpc/server'
import { freshlySignedIn, mustBeInBrowser, signedIn, type RequestContext } from '#access/procedures.ts'
import { emailContract } from '../contract.ts'
import { changeEmail, confirmEmail, keepEmail, readEmail } from './keeper.ts'

const open = implement(emailContract).$context<RequestContext>()
const inside = open.use(signedIn('lobby'))

export const emailRoutes = {
  email: inside.email.handler(({ context: { platform, me } }) => readEmail(platform.database, me)),
  changeEmail: open.changeEmail.use(freshlySignedIn('lobby')).handler(async ({ input, context: { platform, me } }) => {
    await changeEmail(platform, me, input.email)
    return {}
  }),
  keepEmail: inside.keepEmail.handler(async ({ context: { platform, me } }) => {
    mustBeInBrowser(me)
    await keepEmail(platform.database, me)
    return {}
  }),
  confirmEmail: open.confirmEmail.handler(({ input, context: { platform } }) => confirmEmail(platform, input.token)),
}
