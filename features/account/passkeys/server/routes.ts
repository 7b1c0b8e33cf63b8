import { implement, ORPCError } from '@orpc/server'
import { freshlySignedIn, mustBeFresh, signedIn, type RequestContext } from '#access/procedures.ts'
import { enter } from '../../server/keeper.ts'
import { passkeysContract } from '../contract.ts'
import {
  addPasskey,
  listPasskeys,
  newPasskeyOptions,
  passkeyOptions,
  removePasskey,
  renamePasskey,
  signInByPasskey,
} from './keeper.ts'

const open = implement(passkeysContract).$context<RequestContext>()
const settingUp = open.use(freshlySignedIn('lobby', 'secondFactor'))

/** One answer for a passkey that is unknown, removed, of somebody dismissed, or answers wrongly. */
const passkeyUnknown = () =>
  new ORPCError('PASSKEY_UNKNOWN', { status: 401, message: 'This passkey is not known here. Sign in another way.' })

export const passkeysRoutes = {
  passkeyOptions: open.passkeyOptions.handler(({ context }) => passkeyOptions(context)),
  signInByPasskey: open.signInByPasskey.handler(async ({ input, context }) => {
    const me = await enter(context, await signInByPasskey(context, input.passkey))
    if (!me) throw passkeyUnknown()
    return me
  }),
  passkeys: open.passkeys.use(signedIn('lobby', 'secondFactor')).handler(async ({ context: { platform, me } }) => ({
    items: await listPasskeys(platform.database, me),
    next: null,
  })),
  newPasskeyOptions: settingUp.newPasskeyOptions.handler(({ context }) =>
    newPasskeyOptions(context, context.me, mustBeFresh(context.me)),
  ),
  addPasskey: settingUp.addPasskey.handler(({ input, context }) =>
    addPasskey(context, context.me, mustBeFresh(context.me), input),
  ),
  renamePasskey: open.renamePasskey
    .use(signedIn('lobby'))
    .handler(({ input, context: { platform, me } }) => renamePasskey(platform.database, me, input.id, input.name)),
  removePasskey: open.removePasskey
    .use(freshlySignedIn('lobby'))
    .handler(async ({ input, context: { platform, me } }) => {
      await removePasskey(platform, me, input.id)
      return {}
    }),
}
