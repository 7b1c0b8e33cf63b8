import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { readSms, trySms } from '../sms/server/keeper.ts'
import { iconOf, manifestOf } from '../installing/server/manifest.ts'
import { portalContract } from '../contract.ts'
import { changeSettings } from './actions.ts'
import { portalFace } from './face.ts'
import { readFace, readLicence, setUp } from './keeper.ts'
import { changeLicence } from './licence.ts'
import { getLetter, getLetterPage, listLetters, readSample } from './queries.ts'

const open = implement(portalContract).$context<RequestContext>()
const employees = open.use(signedIn('employees'))
const inside = open.use(signedIn('administrators'))

export const portalRoutes = {
  face: open.face.handler(({ context: { platform } }) => readFace(platform.database)),
  manifest: open.manifest.handler(async ({ context: { platform } }) => manifestOf(await readFace(platform.database))),
  icon: open.icon.handler(async ({ input, context: { platform } }) =>
    iconOf(await readFace(platform.database), input.kind),
  ),
  setUp: open.setUp.handler(async ({ input, context: { platform, sessions, headers, setCookies } }) => {
    const email = await setUp(platform, input)
    setCookies((await sessions.signIn(email, input.password, headers)) ?? [])
    return {}
  }),
  settings: inside.settings.handler(({ context: { tx } }) => portalFace(tx)),
  changeSettings: inside.changeSettings.handler(({ input, context: { tx } }) => changeSettings(tx, input)),
  licence: employees.licence.handler(({ context: { me, platform } }) => readLicence(platform.database, me)),
  changeLicence: inside.changeLicence.handler(async ({ input, context: { tx, me, platform } }) => {
    const policy = await changeLicence(tx, input)
    return readLicence(platform.database, me, policy)
  }),
  sample: inside.sample.handler(({ context: { tx } }) => readSample(tx)),
  mail: inside.mail.handler(({ input, context: { platform } }) => listLetters(platform.settings, input)),
  sms: inside.sms.handler(({ context: { platform } }) => readSms(platform)),
  trySms: inside.trySms.handler(async ({ input, context: { platform, me } }) => {
    await trySms(platform, me, input.number)
    return {}
  }),
  letter: inside.letter.handler(({ input, context: { platform } }) => getLetter(platform.settings, input.id)),
  letterPage: inside.letterPage.handler(({ input, context: { platform } }) =>
    getLetterPage(platform.settings, input.id),
  ),
}
