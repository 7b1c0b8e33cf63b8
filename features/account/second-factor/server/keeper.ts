import { randomBytes } from 'node:crypto'
import { createOTP } from '@better-auth/utils/otp'
import { base32 } from '@better-auth/utils/base32'
import { and, count, eq, isNull, lt, ne } from 'drizzle-orm'
import { newCode, plainCode } from '#access/codes.ts'
import { realAddress } from '#access/phones.ts'
import { found, invalid, notSignedIn, refused } from '#access/errors.ts'
import type { RequestContext } from '#access/procedures.ts'
import { hashed } from '#access/sessions.ts'
import { passkeys, recoveryCodes, secondFactors, sessions, signIns } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { codeIn, codeOf, limited } from '#access/tries.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { PasskeyAnswer } from '../../passkeys/contract.ts'
import { answerOfPasskey } from '../../passkeys/server/keeper.ts'
import { securityLetter } from '../../server/jobs.ts'
import type { SecondFactorAnswer } from '../contract.ts'
import { hasCodes, hasPasskeys, mustHaveAnother, oneAfterTheOther } from './standing.ts'

const seconds = 30
/** Clocks go wrong: the half minutes before and after count too. */
const steps = [-1, 0, 1]
const howManyCodes = 10

/** Whether somebody is asked for codes when they sign in, how many recovery codes they have left, and whether the codes are all they have where one is `asked`. */
export function readSecondFactor(database: Database, personId: string, asked: boolean): Promise<SecondFactorAnswer> {
  return asKeeper(database, async (tx) => {
    const [row] = await tx.select().from(secondFactors).where(eq(secondFactors.personId, personId))
    const [left] = await tx.select({ codes: count() }).from(recoveryCodes).where(eq(recoveryCodes.personId, personId))
    return {
      since: row?.confirmedAt ?? null,
      codesLeft: left?.codes ?? 0,
      stays: asked && !(await hasPasskeys(tx, personId)),
    }
  })
}

/** Begins to set up codes from an app: the secret, and the same as an address for a QR code. In force only when a first code was right. */
export async function startSecondFactor({ platform, sessions: sealing }: RequestContext, me: Me) {
  const secret = randomBytes(20)
  const sealed = await sealing.seal(base32.encode(secret, { padding: false }))
  return asKeeper(platform.database, async (tx) => {
    const [row] = await tx
      .insert(secondFactors)
      .values({ personId: me.id, secret: sealed })
      .onConflictDoUpdate({
        target: secondFactors.personId,
        set: { secret: sealed, lastStep: 0 },
        setWhere: isNull(secondFactors.confirmedAt),
      })
      .returning({ personId: secondFactors.personId })
    if (!row)
      throw refused('SECOND_FACTOR_IS_ON', 'Your second factor is on already. Turn it off first to set it up anew.')
    const [signIn] = await tx
      .select({ email: signIns.email, person: signIns.name })
      .from(signIns)
      .where(eq(signIns.id, me.id))
    const { email, person } = found(signIn)
    const { name } = await portalFace(tx)
    return {
      secret: base32.encode(secret, { padding: false }),
      url: createOTP(secret).url(name, realAddress(email) || person),
    }
  })
}

/** Turns codes on with a first right one: recovery codes, shown this once, and the end of all other browsers. */
export async function confirmSecondFactor(context: RequestContext, me: Me, sessionId: string, code: string) {
  const { database, jobs } = context.platform
  const right = await limited(database, [codeOf(me.id)], () => spendAppCode(context, me.id, code))
  if (!right) throw codeWrong()
  return asKeeper(database, async (tx) => {
    const ownRow = eq(secondFactors.personId, me.id)
    await tx.update(secondFactors).set({ confirmedAt: new Date() }).where(ownRow)
    await tx.update(sessions).set({ secondFactorAt: new Date() }).where(eq(sessions.id, sessionId))
    // They came in without the second factor, and are asked for it from now on.
    await tx.delete(sessions).where(and(eq(sessions.userId, me.id), ne(sessions.id, sessionId)))
    await jobs.queue(tx, securityLetter, { personId: me.id, what: 'codesOn' })
    return { codes: await renewCodes(tx, me.id) }
  })
}

/** Turns codes off; where the portal asks for a second factor only if a passkey is left. */
export async function endSecondFactor({ database, jobs }: Platform, me: Me, asked: boolean): Promise<void> {
  await asKeeper(database, async (tx) => {
    await oneAfterTheOther(tx, me.id)
    const own = eq(secondFactors.personId, me.id)
    const [ended] = await tx.delete(secondFactors).where(own).returning({ confirmedAt: secondFactors.confirmedAt })
    if (asked) await mustHaveAnother(tx, me.id)
    if (ended?.confirmedAt) await jobs.queue(tx, securityLetter, { personId: me.id, what: 'codesOff' })
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, me.id))
  })
}

/** Makes new recovery codes, shown this once; those before work no more. */
export async function newRecoveryCodes({ database, jobs }: Platform, me: Me): Promise<{ codes: string[] }> {
  return asKeeper(database, async (tx) => {
    if (!(await hasCodes(tx, me.id)))
      throw refused('SECOND_FACTOR_IS_OFF', 'Recovery codes belong to codes from an app. Turn those on first.')
    await jobs.queue(tx, securityLetter, { personId: me.id, what: 'newCodes' })
    return { codes: await renewCodes(tx, me.id) }
  })
}

/** Takes a code of six digits or one for recovery, as often as it may be wrong; true when it was right, and then it is spent. */
export async function takeCode(context: RequestContext, personId: string, sessionId: string, code: string) {
  const { database } = context.platform
  const isFromApp = /^\d{6}$/.test(code.replaceAll(' ', ''))
  const right = await limited(database, [codeOf(personId), codeIn(sessionId)], () =>
    isFromApp ? spendAppCode(context, personId, code) : spendRecoveryCode(database, personId, code),
  )
  if (!right) throw codeWrong()
}

/** Signs in whose password or link was right in this browser, with the second factor. The session they had until then was good for nothing else. */
export async function showSecondFactor(
  context: RequestContext,
  shown: { code?: string | undefined; passkey?: PasskeyAnswer | undefined },
): Promise<string[] | null> {
  const half = await context.sessions.halfSignedIn(context.headers)
  if (!half) throw notSignedIn()
  const { personId, sessionId } = half
  if (shown.passkey) {
    const answered = await answerOfPasskey(context, shown.passkey, sessionId)
    if (answered?.personId !== personId) throw codeWrong()
  } else await takeCode(context, personId, sessionId, shown.code ?? '')
  await asKeeper(context.platform.database, (tx) => tx.delete(sessions).where(eq(sessions.id, sessionId)))
  return context.sessions.enter(personId, { secondFactor: true }, context.headers)
}

/** What a sign-in that stopped half-way can go on with, besides a code. */
export async function secondFactorWays(context: RequestContext): Promise<{ passkey: boolean }> {
  const half = await context.sessions.halfSignedIn(context.headers)
  if (!half) throw notSignedIn()
  const own = eq(passkeys.personId, half.personId)
  const rows = await asKeeper(context.platform.database, (tx) =>
    tx.select({ id: passkeys.id }).from(passkeys).where(own),
  )
  return { passkey: rows.length > 0 }
}

/** A code that is right is right once: the half minute of it is written down, and of two tries at once one finds it so. */
async function spendAppCode({ platform, sessions: sealing }: RequestContext, personId: string, typed: string) {
  const [row] = await asKeeper(platform.database, (tx) =>
    tx.select().from(secondFactors).where(eq(secondFactors.personId, personId)),
  )
  const secret = row && (await sealing.unseal(row.secret).catch(() => null))
  if (!secret) return null
  const otp = createOTP(base32.decode(secret))
  const now = Math.floor(Date.now() / 1000 / seconds)
  for (const step of steps.map((away) => now + away)) {
    if ((await otp.hotp(step)) !== typed.replaceAll(' ', '')) continue
    const earlier = and(eq(secondFactors.personId, personId), lt(secondFactors.lastStep, step))
    const [spent] = await asKeeper(platform.database, (tx) =>
      tx.update(secondFactors).set({ lastStep: step }).where(earlier).returning({ id: secondFactors.personId }),
    )
    return spent ? true : null
  }
  return null
}

async function spendRecoveryCode(database: Database, personId: string, typed: string): Promise<true | null> {
  const own = and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.hash, hashed(plainCode(typed))))
  const [spent] = await asKeeper(database, (tx) =>
    tx.delete(recoveryCodes).where(own).returning({ id: recoveryCodes.id }),
  )
  return spent ? true : null
}

async function renewCodes(tx: Tx, personId: string): Promise<string[]> {
  // 80 random bits each: a hash without salt or stretching keeps them.
  const codes = Array.from({ length: howManyCodes }, () => newCode(4))
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ personId, hash: hashed(plainCode(code)) })))
  return codes
}

const codeWrong = () => invalid('code', 'This code does not fit, or has been used.')
