import { count, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { admitPerson, joinPortalCircle } from '#access/admit.ts'
import { invalid, notFound, refused } from '#access/errors.ts'
import { people } from '#access/tables.ts'
import type { Me } from '#access/signed-in.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import type { Platform } from '#platform/platform.ts'
import type { UnattendedSetup } from '#platform/settings.ts'
import type { face, Licence, LicencePolicy, portalContract } from '../contract.ts'
import { portalFace } from './face.ts'
import { fillWithSample } from './jobs.ts'
import { licencePolicy } from './licence.ts'
import { forgetSetUpCode, isSetUpCode } from './set-up-code.ts'
import { portal, sampling } from './tables.ts'

type SettingUp = z.output<(typeof portalContract.setUp)['~orpc']['inputSchema'] & z.ZodType>
type Language = SettingUp['language']

/** What anybody may know of the portal, signed in or not. */
export function readFace(database: Database): Promise<z.infer<typeof face>> {
  return asKeeper(database, async (tx) => ({ ...(await portalFace(tx)), ready: await isSetUp(tx) }))
}

/** Whether the portal has been set up. */
async function isSetUp(tx: Tx): Promise<boolean> {
  const [row] = await tx.select({ id: portal.id }).from(portal)
  return row !== undefined
}

/** Sets the portal up with its first administrator; from then on there is no such thing. Answers the administrator's address in its comparable form. */
export async function setUp(platform: Platform, input: SettingUp): Promise<string> {
  if (await asKeeper(platform.database, isSetUp)) throw notFound()
  if (!(await isSetUpCode(platform.settings.dataFolder, input.code)))
    throw refused(
      'WRONG_CODE',
      'This is not the code that stands in the terminal. A code holds for one day; starting Loggia again shows a new one.',
    )
  const address = parseAddress(input.email)
  if (!address) throw invalid('email', 'Invalid e-mail address.')
  const first = await asKeeper(platform.database, async (tx) => {
    if (!(await makePortal(tx, { ...input, email: address.normalised }))) return false
    if (input.sample) {
      await tx.insert(sampling).values({})
      await platform.jobs.queue(tx, fillWithSample, {})
    }
    return true
  })
  // Somebody set it up in the meantime.
  if (!first) throw notFound()
  await forgetSetUpCode(platform.settings.dataFolder)
  return address.normalised
}

/** Sets an empty portal up with what the settings say; false when it is set up already. */
export async function setUpUnattended(
  platform: Platform,
  { portalName, name, email, password }: UnattendedSetup,
): Promise<boolean> {
  const address = parseAddress(email)
  if (!address) throw new Error('The settings let through an address that is none.')
  return asKeeper(platform.database, (tx) =>
    makePortal(tx, { portal: portalName, name, email: address.normalised, password, language: 'en' }),
  )
}

/** One row can be written and the second waits for it: of two set-ups at once one makes the portal and an administrator. */
async function makePortal(
  tx: Tx,
  made: { portal: string; name: string; email: string; password: string; language: Language },
): Promise<boolean> {
  const { name, email, password, language } = made
  const [row] = await tx.insert(portal).values({ name: made.portal, language }).onConflictDoNothing().returning()
  if (!row) return false
  // Whoever can read the terminal is believed about their own address.
  const id = await admitPerson(tx, { name, kind: 'employee', email, password, language, proven: true })
  await joinPortalCircle(tx, 'system-administrators', id)
  return true
}

/**
 * What is used and left, as far as the person asking may know it: of places for people from outside whoever works here, of all else
 * administrators. An external never asks: to them the licence does not exist. `changed` is what is being written and not committed yet.
 */
export function readLicence(database: Database, me: Me, changed?: LicencePolicy): Promise<Licence> {
  return asKeeper(database, async (tx) => {
    const policy = changed ?? (await licencePolicy(tx))
    const here = await tx
      .select({ kind: people.kind, n: count() })
      .from(people)
      .where(isNull(people.dismissedAt))
      .groupBy(people.kind)
    const of = (kind: 'employee' | 'external') => here.find((row) => row.kind === kind)?.n ?? 0
    const [employeesHere, externalsHere] = [of('employee'), of('external')]
    const { mostPeople, externals, mostExternals } = policy
    const counted = employeesHere + (externals === 'counted' ? externalsHere : 0)
    const amongPeople = mostPeople === null ? null : { used: counted, most: mostPeople }
    const capped = mostExternals === null ? null : { used: externalsHere, most: mostExternals }
    return {
      forExternals: { free: null, counted: amongPeople, capped }[externals],
      forEmployees: me.administrator ? amongPeople : null,
      policy: me.administrator ? { ...policy, employeesHere, externalsHere } : null,
    }
  })
}
