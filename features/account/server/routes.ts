import { implement, ORPCError } from '@orpc/server'
import { freshlySignedIn, mustBeInBrowser, signedIn, type RequestContext } from '#access/procedures.ts'
import { accountContract } from '../contract.ts'
import { changeMe, endToken, makeToken } from './actions.ts'
import {
  askForLetter,
  changePassword,
  endOtherSessions,
  endSession,
  enter,
  linkSpent,
  listSessions,
  signIn,
} from './keeper.ts'
import { emailRoutes } from '../email/server/routes.ts'
import { passkeysRoutes } from '../passkeys/server/routes.ts'
import { phoneRoutes } from '../phone/server/routes.ts'
import { proofRoutes } from '../proof/server/routes.ts'
import { secondFactorRoutes } from '../second-factor/server/routes.ts'
import { listTokens, readMe } from './queries.ts'

const open = implement(accountContract).$context<RequestContext>()
// One's own account is all there is in the lobby.
const inside = open.use(signedIn('lobby'))
const ownProfile = open.use(signedIn('lobby', 'secondFactor'))
const fresh = open.use(freshlySignedIn('lobby'))

const wrongCredentials = () =>
  new ORPCError('WRONG_CREDENTIALS', { status: 401, message: 'Address and password do not fit together.' })

export const accountRoutes = {
  ...proofRoutes,
  ...secondFactorRoutes,
  ...passkeysRoutes,
  ...emailRoutes,
  ...phoneRoutes,
  signIn: open.signIn.handler(async ({ input, context }) => {
    const me = await enter(context, await signIn(context, input))
    if (!me) throw wrongCredentials()
    return me
  }),
  signOut: open.signOut.handler(async ({ context: { sessions, headers, setCookies } }) => {
    setCookies(await sessions.signOut(headers))
    return {}
  }),
  sendLink: open.sendLink.handler(async ({ input, context }) => {
    await askForLetter(context, 'link', input)
    return {}
  }),
  followLink: open.followLink.handler(async ({ input, context }) => {
    const me = await enter(context, await context.sessions.followLink(input.token, context.headers))
    if (!me) throw linkSpent()
    return me
  }),
  sendReset: open.sendReset.handler(async ({ input, context }) => {
    await askForLetter(context, 'reset', input)
    return {}
  }),
  resetPassword: open.resetPassword.handler(async ({ input, context: { sessions } }) => {
    if (!(await sessions.resetPassword(input.token, input.password))) throw linkSpent()
    return {}
  }),
  changePassword: inside.changePassword.handler(async ({ input, context }) => {
    await changePassword(context, context.me, input.current, input.password)
    return {}
  }),
  me: ownProfile.me.handler(({ context: { tx, me } }) => readMe(tx, me)),
  change: ownProfile.change.handler(({ input, context: { tx, me } }) => changeMe(tx, me, input)),
  sessions: inside.sessions.handler(async ({ context: { platform, me } }) => ({
    items: await listSessions(platform.database, me),
    next: null,
  })),
  endSession: inside.endSession.handler(async ({ input, context: { platform, me } }) => {
    mustBeInBrowser(me)
    await endSession(platform.database, me, input.id)
    return {}
  }),
  endOtherSessions: inside.endOtherSessions.handler(async ({ context: { platform, me } }) => {
    await endOtherSessions(platform.database, me)
    return {}
  }),
  tokens: inside.tokens.handler(async ({ context: { tx, me } }) => ({ items: await listTokens(tx, me), next: null })),
  makeToken: fresh.makeToken.handler(({ input, context: { tx, me } }) => makeToken(tx, me, input.name)),
  endToken: inside.endToken.handler(async ({ input, context: { tx, me } }) => {
    await endToken(tx, me, input.id)
    return {}
  }),
}
