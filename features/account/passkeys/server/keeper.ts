import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { isoBase64URL } from '@simplewebauthn/server/helpers'
import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import { realAddress } from '#access/phones.ts'
import { found, refused } from '#access/errors.ts'
import type { RequestContext } from '#access/procedures.ts'
import { hashed } from '#access/sessions.ts'
import { challenges, passkeys, sessions, signIns } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Settings } from '#platform/settings.ts'
import { isAskedForSecondFactor } from '../../second-factor/server/actions.ts'
import { mustHaveAnother, oneAfterTheOther } from '../../second-factor/server/standing.ts'
import { securityLetter } from '../../server/jobs.ts'
import type { NewPasskey, Passkey, PasskeyAnswer } from '../contract.ts'

const mostPasskeys = 20
const minutes = 5
/** EdDSA, ES256, RS256 (COSE): what every browser can, and Node without a warning. */
const algorithms = [-8, -7, -257]
type Purpose = 'passkey' | 'newPasskey'

/** What a passkey is to answer. In a browser in which nobody is (half) signed in any may answer: nothing says who has one. */
export async function passkeyOptions(context: RequestContext) {
  const { settings, database } = context.platform
  const who = await inThisBrowser(context)
  return asKeeper(database, async (tx) => {
    const own = who ? await tx.select().from(passkeys).where(eq(passkeys.personId, who.personId)) : []
    const options = await generateAuthenticationOptions({
      rpID: settings.url.hostname,
      allowCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      // To come in with it alone it must know its owner; beside a password that it is there is enough.
      userVerification: who ? 'preferred' : 'required',
    })
    await ask(tx, 'passkey', who?.sessionId ?? null, options.challenge)
    return { ...options }
  })
}

/** Whose passkey has answered what was asked in this session (or outside of any), and whether it knows its owner by finger, face or PIN; null when it does not hold. */
export async function answerOfPasskey(
  { platform }: RequestContext,
  answer: PasskeyAnswer,
  sessionId: string | null,
): Promise<{ personId: string; userVerified: boolean } | null> {
  const { settings, database } = platform
  const [known] = await asKeeper(database, (tx) =>
    tx.select().from(passkeys).where(eq(passkeys.credentialId, answer.id)),
  )
  if (!known) return null
  const verified = await holds(() =>
    verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => spend(database, 'passkey', sessionId, challenge),
      ...expected(settings),
      requireUserVerification: false,
      credential: {
        id: known.credentialId,
        publicKey: isoBase64URL.toBuffer(known.publicKey),
        counter: known.counter,
        transports: known.transports,
      },
    }),
  )
  if (!verified?.verified) return null
  const { newCounter, userVerified } = verified.authenticationInfo
  await asKeeper(database, (tx) =>
    tx.update(passkeys).set({ counter: newCounter, lastUsedAt: new Date() }).where(eq(passkeys.id, known.id)),
  )
  return { personId: known.personId, userVerified }
}

/**
 * The cookies for somebody whose passkey has answered and knew its owner, which is both factors at once. One that only was there lets
 * nobody in: shown twice it would pass for two factors. Null when it does not hold.
 */
export async function signInByPasskey(context: RequestContext, answer: PasskeyAnswer): Promise<string[] | null> {
  const here = await inThisBrowser(context)
  const answered = await answerOfPasskey(context, answer, here?.sessionId ?? null)
  if (!answered?.userVerified) return null
  return context.sessions.enter(answered.personId, { secondFactor: true }, context.headers)
}

/** What a new passkey is made with. */
export async function newPasskeyOptions({ platform }: RequestContext, me: Me, sessionId: string) {
  const { settings, database } = platform
  return asKeeper(database, async (tx) => {
    const own = await tx.select().from(passkeys).where(eq(passkeys.personId, me.id))
    const [signIn] = await tx.select().from(signIns).where(eq(signIns.id, me.id))
    const { email, name } = found(signIn)
    const options = await generateRegistrationOptions({
      rpName: (await portalFace(tx)).name,
      rpID: settings.url.hostname,
      // Not the address: what stands in a passkey stays there when the address changes.
      userID: new TextEncoder().encode(me.id),
      userName: realAddress(email) || name,
      userDisplayName: name,
      supportedAlgorithmIDs: algorithms,
      attestationType: 'none',
      excludeCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    })
    await ask(tx, 'newPasskey', sessionId, options.challenge)
    return { ...options }
  })
}

/** Keeps a new passkey. Whoever has just made one has shown it, too. */
export async function addPasskey(
  { platform }: RequestContext,
  me: Me,
  sessionId: string,
  { name, passkey }: { name: string; passkey: NewPasskey },
): Promise<Passkey> {
  const { settings, database, jobs } = platform
  const made = await holds(() =>
    verifyRegistrationResponse({
      response: passkey as RegistrationResponseJSON,
      expectedChallenge: (challenge) => spend(database, 'newPasskey', sessionId, challenge),
      supportedAlgorithmIDs: algorithms,
      ...expected(settings),
      requireUserVerification: false,
    }),
  )
  if (!made?.verified) throw refused('PASSKEY_DOES_NOT_HOLD', 'This passkey could not be added. Try again.')
  const { id: credentialId, publicKey, counter } = made.registrationInfo.credential
  return asKeeper(database, async (tx) => {
    const present = await tx.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.personId, me.id))
    if (present.length >= mostPasskeys)
      throw refused(
        'TOO_MANY_PASSKEYS',
        `A person has at most ${mostPasskeys} passkeys. Remove one that is not used any more.`,
      )
    const [row] = await tx
      .insert(passkeys)
      .values({
        personId: me.id,
        name,
        credentialId,
        publicKey: isoBase64URL.fromBuffer(publicKey),
        counter,
        transports: passkey.response.transports ?? [],
      })
      .onConflictDoNothing()
      .returning()
    if (!row) throw refused('PASSKEY_DOES_NOT_HOLD', 'This passkey could not be added. Try again.')
    await tx.update(sessions).set({ secondFactorAt: new Date() }).where(eq(sessions.id, sessionId))
    await jobs.queue(tx, securityLetter, { personId: me.id, what: 'passkeyAdded', name })
    return toAnswer(row)
  })
}

/** One's passkeys, in the order in which they came. */
export function listPasskeys(database: Database, me: Me): Promise<Passkey[]> {
  return asKeeper(database, async (tx) => {
    const rows = await tx.select().from(passkeys).where(eq(passkeys.personId, me.id)).orderBy(asc(passkeys.id))
    return rows.map(toAnswer)
  })
}

/** Calls one of one's passkeys something else. */
export async function renamePasskey(database: Database, me: Me, id: string, name: string): Promise<Passkey> {
  const own = and(eq(passkeys.id, id), eq(passkeys.personId, me.id))
  const [row] = await asKeeper(database, (tx) => tx.update(passkeys).set({ name }).where(own).returning())
  return toAnswer(found(row))
}

/** Removes one of one's passkeys; where the portal asks for a second factor only if another one is left. */
export async function removePasskey({ database, jobs }: Platform, me: Me, id: string): Promise<void> {
  const own = and(eq(passkeys.id, id), eq(passkeys.personId, me.id))
  await asKeeper(database, async (tx) => {
    await oneAfterTheOther(tx, me.id)
    const [row] = await tx.delete(passkeys).where(own).returning({ name: passkeys.name })
    const { name } = found(row)
    if (await isAskedForSecondFactor(tx, me)) await mustHaveAnother(tx, me.id)
    await jobs.queue(tx, securityLetter, { personId: me.id, what: 'passkeyRemoved', name })
  })
}

const toAnswer = ({ id, name, createdAt, lastUsedAt }: typeof passkeys.$inferSelect): Passkey => ({
  id,
  name,
  createdAt,
  lastUsedAt,
})

// Read when it is asked: which port the system chose is known only after the start.
const expected = ({ url }: Settings) => ({ expectedOrigin: url.origin, expectedRPID: url.hostname })

/** A session in this browser, whole or waiting for its second factor. */
async function inThisBrowser(context: RequestContext): Promise<{ personId: string; sessionId: string } | null> {
  const me = await context.whoIs()
  if (me?.sessionId) return { personId: me.id, sessionId: me.sessionId }
  return context.sessions.halfSignedIn(context.headers)
}

const ofSession = (sessionId: string | null) =>
  sessionId === null ? isNull(challenges.sessionId) : eq(challenges.sessionId, sessionId)

async function ask(tx: Tx, purpose: Purpose, sessionId: string | null, challenge: string): Promise<void> {
  await tx.delete(challenges).where(lt(challenges.expiresAt, new Date()))
  const expiresAt = new Date(Date.now() + minutes * 60_000)
  await tx.insert(challenges).values({ purpose, sessionId, hash: hashed(challenge), expiresAt })
}

/** Whether this was asked here a moment ago; it is answered once. */
async function spend(
  database: Database,
  purpose: Purpose,
  sessionId: string | null,
  challenge: string,
): Promise<boolean> {
  const asked = and(
    eq(challenges.purpose, purpose),
    ofSession(sessionId),
    eq(challenges.hash, hashed(challenge)),
    gt(challenges.expiresAt, new Date()),
  )
  const [spent] = await asKeeper(database, (tx) => tx.delete(challenges).where(asked).returning({ id: challenges.id }))
  return spent !== undefined
}

/** The library throws at whatever does not hold; it is all one answer here. */
async function holds<T>(verify: () => Promise<T>): Promise<T | null> {
  return verify().catch(() => null)
}
