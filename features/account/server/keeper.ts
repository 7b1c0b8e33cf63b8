import { ORPCError } from '@orpc/server'
import { and, desc, eq, gt, isNotNull, ne } from 'drizzle-orm'
import { found, invalid, refused } from '#access/errors.ts'
import { mustBeInBrowser, type RequestContext } from '#access/procedures.ts'
import { personByNumber, standInFor } from '#access/phones.ts'
import { hashed } from '#access/sessions.ts'
import { sessions, signIns } from '#access/sign-in-tables.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { limited, passwordOf, signInOf } from '#access/tries.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import type { Platform } from '#platform/platform.ts'
import { parseNumber } from '#platform/sms/numbers.ts'
import type { MeAnswer, SessionAnswer } from '../contract.ts'
import { hasCodes } from '../second-factor/server/standing.ts'
import { namesOf } from './browsers.ts'
import { proofLetter } from './jobs.ts'
import type { ProofKind } from './letters.ts'
import { readMe } from './queries.ts'

/** The cookies for an address and its password; null when they do not fit together. Tries are limited alike for every address, known or not. */
export async function signIn(
  { sessions, platform, headers }: RequestContext,
  { email, password }: { email: string; password: string },
): Promise<string[] | null> {
  const { name, address } = await signInName(platform, email)
  return limited(platform.database, [signInOf(hashed(name))], () => sessions.signIn(address, password, headers))
}

/**
 * Gives the browser its cookies and answers who that is; null cookies are a proof that does not hold. Whoever has a second factor still to
 * show is told so: what they have until then is good for nothing else.
 */
export async function enter(context: RequestContext, cookies: string[] | null): Promise<MeAnswer | null> {
  if (!cookies) return null
  const cookie = cookies.map((one) => one.split(';')[0] ?? '').join('; ')
  const headers = new Headers({ cookie })
  const me = await context.sessions.whoIs(headers)
  if (!me && !(await context.sessions.halfSignedIn(headers))) return null
  context.setCookies(cookies)
  if (!me)
    throw new ORPCError('SECOND_FACTOR_ASKED', {
      status: 401,
      message: 'Show your second factor, too: POST /session/second-factor.',
    })
  return asPerson(context.platform.database, me.id, (tx) => readMe(tx, me))
}

/**
 * What is tried, and the address that better-auth knows it by: of a proven number that of its person. What nobody has, and what stands
 * for those without an address, become an address that nobody has: all of it takes the same time.
 */
async function signInName(
  { database, settings }: Platform,
  written: string,
): Promise<{ name: string; address: string }> {
  const address = parseAddress(written)?.normalised
  if (address) return { name: address, address }
  const number = parseNumber(written, settings)?.normalised
  const known = await asKeeper(database, async (tx) => {
    const personId = await personByNumber(tx, number ?? '')
    if (!personId) return null
    const [row] = await tx.select({ email: signIns.email }).from(signIns).where(eq(signIns.id, personId))
    return row?.email
  })
  return { name: number ?? written, address: known ?? standInFor() }
}

/** The form in which an address is known here. One that is none goes on as it is, and is not known. */
const comparable = (written: string): string => parseAddress(written)?.normalised ?? written

/** Queues a letter about signing in: the same work for every address, known or not. Who gets one is found out later. */
export async function askForLetter(
  { platform: { database, jobs }, sessions }: RequestContext,
  kind: ProofKind,
  { email, to }: { email: string; to?: string | undefined },
): Promise<void> {
  // Where somebody goes on can be the page of an invitation, whose address is a secret: it waits sealed.
  const sealedTo = to ? await sessions.seal(to) : null
  await asKeeper(database, (tx) => jobs.queue(tx, proofLetter, { kind, email: comparable(email), sealedTo }))
}

/** Changes one's own password and ends the sessions in all other browsers. */
export async function changePassword(
  context: RequestContext,
  me: Me,
  current: string,
  password: string,
): Promise<void> {
  mustBeInBrowser(me)
  const { database } = context.platform
  const changed = await limited(database, [passwordOf(me.id)], async () =>
    (await context.sessions.changePassword(current, password, context.headers)) ? true : null,
  )
  if (!changed) throw invalid('current', 'This is not your present password.')
  await endOtherSessions(database, me)
}

/** Where somebody is signed in, the newest first. */
export async function listSessions(database: Database, me: Me): Promise<SessionAnswer[]> {
  const rows = await asKeeper(database, async (tx) => {
    // One that still waits for the second factor is nowhere yet.
    const whole = (await hasCodes(tx, me.id)) ? isNotNull(sessions.secondFactorAt) : undefined
    return tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, me.id), gt(sessions.expiresAt, new Date()), whole))
      .orderBy(desc(sessions.createdAt))
  })
  return rows.map(({ id, userAgent, ipAddress, createdAt, lastUsedAt }) => ({
    id,
    ...namesOf(userAgent ?? ''),
    from: ipAddress || null,
    createdAt,
    lastUsedAt,
    present: id === me.sessionId,
  }))
}

/** Ends one of one's own sessions. */
export async function endSession(database: Database, me: Me, id: string): Promise<void> {
  const own = and(eq(sessions.id, id), eq(sessions.userId, me.id))
  const [ended] = await asKeeper(database, (tx) => tx.delete(sessions).where(own).returning({ id: sessions.id }))
  found(ended)
}

/** Ends all of one's own sessions but the present one. */
export async function endOtherSessions(database: Database, me: Me): Promise<void> {
  const others = and(eq(sessions.userId, me.id), ne(sessions.id, mustBeInBrowser(me)))
  await asKeeper(database, (tx) => tx.delete(sessions).where(others))
}

/** The one answer for a link that is unknown, used or too old. */
export const linkSpent = () =>
  refused('LINK_SPENT', 'This link has been used, or is too old. Ask for a new one on the sign-in page.')
