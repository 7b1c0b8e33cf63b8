import { verifyPassword } from 'better-auth/crypto'
import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { plainCode } from '#access/codes.ts'
import { invalid, refused } from '#access/errors.ts'
import { mustBeInBrowser, type RequestContext } from '#access/procedures.ts'
import { hashed } from '#access/sessions.ts'
import { challenges, credentials, sessions, signIns } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { realAddress } from '#access/phones.ts'
import { codeOf, limited, passwordOf } from '#access/tries.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { PasskeyAnswer } from '../../passkeys/contract.ts'
import { answerOfPasskey } from '../../passkeys/server/keeper.ts'
import { isAskedForSecondFactor } from '../../second-factor/server/actions.ts'
import { hasPasskeys } from '../../second-factor/server/standing.ts'
import { takeCode } from '../../second-factor/server/keeper.ts'
import { hasCodes } from '../../second-factor/server/standing.ts'
import type { Proof, ProofWay } from '../contract.ts'
import { codeLetter } from '../../server/jobs.ts'

/**
 * How somebody can show that it is them: by their second factor if they have one, else by their password, or by a code from a letter or a text message if
 * they have neither; by a passkey in any case. Where the portal asks them for a second factor a passkey is one, and nothing less will do.
 */
export function proofWays(database: Database, me: Me): Promise<ProofWay[]> {
  return asKeeper(database, async (tx) => {
    const passkey = (await hasPasskeys(tx, me.id)) ? (['passkey'] as const) : []
    if (await hasCodes(tx, me.id)) return ['code', ...passkey]
    if (passkey.length > 0 && (await isAskedForSecondFactor(tx, me))) return [...passkey]
    const plain = (await passwordHash(tx, me.id)) === null ? await codeBy(tx, me.id) : 'password'
    return [plain, ...passkey]
  })
}

/** Takes a proof that it is really them who sit in this browser, for the next ten minutes. */
export async function prove(context: RequestContext, me: Me, { password, code, passkey }: Proof): Promise<void> {
  const { database } = context.platform
  const sessionId = mustBeInBrowser(me)
  const [way] = await proofWays(database, me)
  if (passkey) await provePasskey(context, me, sessionId, passkey)
  else if (way === 'passkey')
    throw refused('PASSKEY_NEEDED', 'This portal asks for a second factor, and yours is a passkey: show it.')
  else if (way === 'code') await takeCode(context, me.id, sessionId, code ?? '')
  else if (way === 'password') await provePassword(database, me, password ?? '')
  else await proveLetter(database, me, sessionId, code ?? '')
  const shownAt = passkey || way === 'code' ? { secondFactorAt: sql`now()` } : {}
  await asKeeper(database, (tx) =>
    tx
      .update(sessions)
      .set({ provedAt: sql`now()`, ...shownAt })
      .where(eq(sessions.id, sessionId)),
  )
}

async function provePasskey(context: RequestContext, me: Me, sessionId: string, passkey: PasskeyAnswer): Promise<void> {
  const answered = await answerOfPasskey(context, passkey, sessionId)
  if (answered?.personId !== me.id) throw refused('PASSKEY_DOES_NOT_HOLD', 'This passkey does not show that it is you.')
}

async function provePassword(database: Database, me: Me, password: string): Promise<void> {
  const hash = (await asKeeper(database, (tx) => passwordHash(tx, me.id))) ?? ''
  const right = await limited(database, [passwordOf(me.id)], async () =>
    (await verifyPassword({ hash, password })) ? true : null,
  )
  if (!right) throw invalid('password', 'This is not your present password.')
}

async function proveLetter(database: Database, me: Me, sessionId: string, code: string): Promise<void> {
  const right = await limited(database, [codeOf(me.id)], () => spendCode(database, sessionId, code))
  if (!right) throw invalid('code', 'This code does not fit, or has been used.')
}

/** Asks for a letter with a code, for somebody who has nothing else to show. */
export async function askForCode({ database, jobs }: Platform, me: Me): Promise<void> {
  const sessionId = mustBeInBrowser(me)
  const ways = await proofWays(database, me)
  if (ways.includes('letter') || ways.includes('message'))
    await asKeeper(database, (tx) => jobs.queue(tx, codeLetter, { personId: me.id, sessionId }))
}

async function codeBy(tx: Tx, personId: string): Promise<'letter' | 'message'> {
  const [signIn] = await tx.select({ email: signIns.email }).from(signIns).where(eq(signIns.id, personId))
  return realAddress(signIn?.email ?? '') ? 'letter' : 'message'
}

export async function passwordHash(tx: Tx, personId: string): Promise<string | null> {
  const [row] = await tx
    .select({ password: credentials.password })
    .from(credentials)
    .where(and(eq(credentials.userId, personId), isNotNull(credentials.password)))
  return row?.password ?? null
}

async function spendCode(database: Database, sessionId: string, code: string): Promise<true | null> {
  const [spent] = await asKeeper(database, (tx) =>
    tx
      .delete(challenges)
      .where(
        and(
          eq(challenges.purpose, 'letter'),
          eq(challenges.sessionId, sessionId),
          eq(challenges.hash, hashed(`${sessionId} ${plainCode(code)}`)),
          gt(challenges.expiresAt, new Date()),
        ),
      )
      .returning({ id: challenges.id }),
  )
  return spent ? true : null
}
