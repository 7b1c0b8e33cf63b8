import { implement, ORPCError } from '@orpc/server'
import { freshlySignedIn, mustBeInBrowser, signedIn, type RequestContext } from '#access/procedures.ts'
import { enter } from '../../server/keeper.ts'
import { phoneContract } from '../contract.ts'
import {
  askForSignInCode,
  canSignInByPhone,
  changePhone,
  choosePassword,
  confirmPhone,
  readPhone,
  removePhone,
  signInByCode,
} from './keeper.ts'

const open = implement(phoneContract).$context<RequestContext>()
const inside = open.use(signedIn('lobby'))
const fresh = open.use(freshlySignedIn('lobby'))

const wrongCode = () =>
  new ORPCError('WRONG_CODE', { status: 401, message: 'Number and code do not fit together, or the code is too old.' })

export const phoneRoutes = {
  waysIn: open.waysIn.handler(async ({ context: { platform } }) => ({ phone: await canSignInByPhone(platform) })),
  sendCode: open.sendCode.handler(async ({ input, context }) => {
    await askForSignInCode(context, input)
    return {}
  }),
  signInByCode: open.signInByCode.handler(async ({ input, context }) => {
    const me = await enter(context, await signInByCode(context, input))
    if (!me) throw wrongCode()
    return me
  }),
  phone: inside.phone.handler(({ context: { platform, me } }) => readPhone(platform.database, me)),
  changePhone: fresh.changePhone.handler(async ({ input, context }) => {
    await changePhone(context, context.me, input.number)
    return {}
  }),
  confirmPhone: inside.confirmPhone.handler(({ input, context }) => {
    mustBeInBrowser(context.me)
    return confirmPhone(context, context.me, input.code)
  }),
  removePhone: fresh.removePhone.handler(async ({ context: { platform, me } }) => {
    await removePhone(platform, me)
    return {}
  }),
  choosePassword: fresh.choosePassword.handler(async ({ input, context: { platform, me } }) => {
    await choosePassword(platform.database, me, input.password)
    return {}
  }),
}
