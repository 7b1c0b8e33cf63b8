import { and, eq, gt, sql } from 'drizzle-orm'
import { holdAddress, writePassword } from '#access/admit.ts'
import { found, invalid, refused } from '#access/errors.ts'
import { personByNumber, phoneCodes, phoneNumbers, realAddress } from '#access/phones.ts'
import type { RequestContext } from '#access/procedures.ts'
import { addressHeader, hashed, type Sessions } from '#access/sessions.ts'
import { signIns } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { codeFor, codesBy, codesTo, limited, type Tried } from '#access/tries.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { parseNumber, type PhoneNumber } from '#platform/sms/numbers.ts'
import { passwordHash } from '../../proof/server/keeper.ts'
import { spendCode } from './codes.ts'
import { codeMessage, numberChangedMessage } from './jobs.ts'

/** Whether the sign-in page offers codes: a gateway takes text messages, or somebody has a number and the outbox is read. */
export async function canSignInByPhone({ settings, database }: Platform): Promise<boolean> {
  if (settings.sms) return true
  const [anybody] = await asKeeper(database, (tx) => tx.select().from(phoneNumbers).limit(1))
  return anybody !== undefined
}

/** Queues a code for signing in: the same work for every number, known or not. Who gets one is found out later. */
export async function askForSignInCode(context: RequestContext, typed: { number: string; language?: Me['language'] }) {
  const { normalised } = readNumber(context.platform, typed.number, typed.language)
  await countCode(context, normalised)
  const { database, jobs } = context.platform
  await asKeeper(database, (tx) => jobs.queue(tx, codeMessage, { number: normalised }))
}

/** The cookies for a number and the code that came to it; null when they do not fit together. A number that nobody has takes the same way. */
export async function signInByCode(
  { platform, sessions, headers }: RequestContext,
  typed: { number: string; code: string; language?: Me['language'] },
): Promise<string[] | null> {
  const number = readNumber(platform, typed.number, typed.language).normalised
  const personId = await limited(platform.database, [codeFor(hashed(number))], () =>
    asKeeper(platform.database, async (tx) => {
      const known = await personByNumber(tx, number)
      const sending = { personId: known ?? nobody, purpose: 'signIn', number } as const
      return (await spendCode(tx, sessions, sending, typed.code)) ? known : null
    }),
  )
  return personId === null ? null : sessions.enter(personId, { secondFactor: false }, headers)
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** One's own number, the one to which a code is under way, and whether one has a password. */
export function readPhone(database: Database, me: Me) {
  return asKeeper(database, async (tx) => {
    const [own] = await tx.select().from(phoneNumbers).where(eq(phoneNumbers.personId, me.id))
    const [coming] = await tx
      .select()
      .from(phoneCodes)
      .where(
        and(eq(phoneCodes.personId, me.id), eq(phoneCodes.purpose, 'number'), gt(phoneCodes.expiresAt, new Date())),
      )
    return {
      number: own?.number ?? null,
      next: coming?.number ?? null,
      hasPassword: (await passwordHash(tx, me.id)) !== null,
    }
  })
}

/** Asks for a code to a new number. What happens and what is said is the same whether somebody has it or not. */
export async function changePhone(context: RequestContext, me: Me, written: string): Promise<void> {
  const { platform } = context
  const { normalised } = readNumber(platform, written, me.language)
  await countCode(context, normalised, [codesBy(me.id)])
  await asKeeper(platform.database, async (tx) => {
    const [own] = await tx.select().from(phoneNumbers).where(eq(phoneNumbers.personId, me.id))
    if (own?.number === normalised) throw invalid('number', 'This is your number already.')
    // What is under way to another number ends. A row of its own stands there at once, so that the page looks alike for every number.
    await startChange(context.sessions, tx, me.id, normalised)
    await platform.jobs.queue(tx, codeMessage, { number: normalised, personId: me.id })
  })
}

async function startChange(sessions: Sessions, tx: Tx, personId: string, number: string): Promise<void> {
  const unknown = { number, hash: sessions.keyed('none yet'), tries: 0, expiresAt: new Date(Date.now() + 300_000) }
  await tx
    .insert(phoneCodes)
    .values({ personId, purpose: 'number', ...unknown })
    .onConflictDoUpdate({ target: [phoneCodes.personId, phoneCodes.purpose], set: unknown })
}

/** Confirms a new number with the code that came to it. The one before is free at once, and told so; whoever gets it next is somebody new. */
export async function confirmPhone({ platform, sessions }: RequestContext, me: Me, code: string) {
  const { database, jobs } = platform
  const next = (await readPhone(database, me)).next ?? ''
  const sending = { personId: me.id, purpose: 'number', number: next } as const
  const right = await limited(database, [codeFor(me.id)], () =>
    asKeeper(database, async (tx) => ((await spendCode(tx, sessions, sending, code)) ? true : null)),
  )
  if (!right) throw invalid('code', 'This code does not fit, or is too old.')
  return asKeeper(database, async (tx) => {
    await holdAddress(tx, next)
    if ((await personByNumber(tx, next)) !== null)
      throw refused('NUMBER_TAKEN', 'Somebody else here has this number by now. Yours stays as it was.')
    await freeNumber(tx, jobs, me)
    await tx.insert(phoneNumbers).values({ personId: me.id, number: next })
    return { number: next }
  })
}

/** Signs in by phone no more. Whoever has no address keeps the number: it is the only way in. */
export async function removePhone({ database, jobs }: Platform, me: Me): Promise<void> {
  await asKeeper(database, async (tx) => {
    const [signIn] = await tx.select({ email: signIns.email }).from(signIns).where(eq(signIns.id, me.id))
    if (!realAddress(found(signIn).email))
      throw refused('ONLY_WAY_IN', 'This number is the only way in that you have. Add an e-mail address first.')
    await freeNumber(tx, jobs, me)
  })
}

async function freeNumber(tx: Tx, jobs: Platform['jobs'], me: Me): Promise<void> {
  await tx.delete(phoneCodes).where(eq(phoneCodes.personId, me.id))
  const [before] = await tx.delete(phoneNumbers).where(eq(phoneNumbers.personId, me.id)).returning()
  if (before) await jobs.queue(tx, numberChangedMessage, { personId: me.id, before: before.number })
}

/** Gives somebody who came by phone, and so has none, a password. */
export async function choosePassword(database: Database, me: Me, password: string): Promise<void> {
  await asKeeper(database, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`password ${me.id}`}, 0))`)
    if ((await passwordHash(tx, me.id)) !== null)
      throw refused('PASSWORD_IS_SET', 'You have a password already. Change it with the present one.')
    await writePassword(tx, [me.id], password)
  })
}

function readNumber({ settings }: Platform, written: string, language?: Me['language']): PhoneNumber {
  const number = parseNumber(written, { country: settings.country, language })
  if (!number) throw invalid('number', 'Invalid mobile number.')
  return number
}

/** Each code counts as a try that is never right, so that the count never begins anew: nobody fills another's phone. */
const countCode = ({ platform, headers }: RequestContext, number: string, further: Tried[] = []): Promise<null> =>
  limited(platform.database, [...codesTo(hashed(number), headers.get(addressHeader) ?? ''), ...further], () =>
    Promise.resolve(null),
  )
