import { verifyPassword } from 'better-auth/crypto'
import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { plainCode } from '#access/codes.ts'
import { invalid } from '#access/errors.ts'
import { mustBeInBrowser } from '#access/procedures.ts'
import { hashed } from '#access/sessions.ts'
import { challenges, credentials, sessions } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { codeOf, limited, passwordOf } from '#access/tries.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import type { ProofWay, Proof } from '../../contract.ts'
import { codeLetter } from '../jobs.ts'

/** How somebody can show that it is them: by their password, or by a code from a letter if they have none. */
export async function proofWays(database: Database, me: Me): Promise<ProofWay[]> {
  return (await passwordHash(database, me.id)) === null ? ['letter'] : ['password']
}

/** Takes a proof that it is really them who sit in this browser, for the next ten minutes. */
export async function prove({ database }: Platform, me: Me, { password, code }: Proof): Promise<void> {
  const sessionId = mustBeInBrowser(me)
  const [way] = await proofWays(database, me)
  if (way === 'password') {
    const hash = (await passwordHash(database, me.id)) ?? ''
    const right = await limited(database, [passwordOf(me.id)], async () =>
      (await verifyPassword({ hash, password: password ?? '' })) ? true : null,
    )
    if (!right) throw invalid('password', 'This is not your present password.')
  } else {
    const right = await limited(database, [codeOf(me.id)], () => spendCode(database, sessionId, code ?? ''))
    if (!right) throw invalid('code', 'This code does not fit, or is too old.')
  }
  await asKeeper(database, (tx) =>
    tx
      .update(sessions)
      .set({ provedAt: sql`now()` })
      .where(eq(sessions.id, sessionId)),
  )
}

/** Asks for a letter with a code, for somebody who has nothing else to show. */
export async function askForCode({ database, jobs }: Platform, me: Me): Promise<void> {
  const sessionId = mustBeInBrowser(me)
  if ((await proofWays(database, me)).includes('letter'))
    await asKeeper(database, (tx) => jobs.queue(tx, codeLetter, { personId: me.id, sessionId }))
}

async function passwordHash(database: Database, personId: string): Promise<string | null> {
  const [row] = await asKeeper(database, (tx) =>
    tx
      .select({ password: credentials.password })
      .from(credentials)
      .where(and(eq(credentials.userId, personId), isNotNull(credentials.password))),
  )
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
