import { implement } from '@orpc/server'
import { freshlySignedIn, mustBeFresh, signedIn, type RequestContext } from '#access/procedures.ts'
import { found } from '#access/errors.ts'
import { enter } from '../../server/keeper.ts'
import { secondFactorContract } from '../contract.ts'
import { changeSignInRules, isAskedForSecondFactor, readSignInRules } from './actions.ts'
import {
  confirmSecondFactor,
  endSecondFactor,
  newRecoveryCodes,
  readSecondFactor,
  secondFactorWays,
  showSecondFactor,
  startSecondFactor,
} from './keeper.ts'

const open = implement(secondFactorContract).$context<RequestContext>()
const inside = open.use(signedIn('lobby', 'secondFactor'))
const settingUp = open.use(freshlySignedIn('lobby', 'secondFactor'))
const fresh = open.use(freshlySignedIn('lobby'))

export const secondFactorRoutes = {
  secondFactorWays: open.secondFactorWays.handler(({ context }) => secondFactorWays(context)),
  showSecondFactor: open.showSecondFactor.handler(async ({ input, context }) =>
    found(await enter(context, await showSecondFactor(context, input))),
  ),
  secondFactor: inside.secondFactor.handler(async ({ context: { platform, me, tx } }) =>
    readSecondFactor(platform.database, me.id, await isAskedForSecondFactor(tx, me)),
  ),
  startSecondFactor: settingUp.startSecondFactor.handler(({ context }) => startSecondFactor(context, context.me)),
  confirmSecondFactor: settingUp.confirmSecondFactor.handler(({ input, context }) =>
    confirmSecondFactor(context, context.me, mustBeFresh(context.me), input.code),
  ),
  endSecondFactor: fresh.endSecondFactor.handler(async ({ context: { platform, me, tx } }) => {
    await endSecondFactor(platform, me, await isAskedForSecondFactor(tx, me))
    return {}
  }),
  newRecoveryCodes: fresh.newRecoveryCodes.handler(({ context: { platform, me } }) => newRecoveryCodes(platform, me)),
  signInRules: open.signInRules.use(signedIn('administrators')).handler(({ context: { tx } }) => readSignInRules(tx)),
  changeSignInRules: open.changeSignInRules
    .use(freshlySignedIn('administrators'))
    .handler(({ input, context: { tx, me } }) => changeSignInRules(tx, input, me.showedSecondFactor ?? false)),
}
