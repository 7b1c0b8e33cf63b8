import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash, randomBytes } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { magicLink } from 'better-auth/plugins'
import { and, eq, sql } from 'drizzle-orm'
import { passwordLength } from '#platform/contract.ts'
import { keeperTables } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { credentials, proofs, sessions, signIns, tokens } from './sign-in-tables.ts'
import { circleMembers, circles, people } from './tables.ts'
import type { Me } from './signed-in.ts'

const daysSignedIn = 30
const tokenPrefix = 'lga_'

export type Sessions = ReturnType<typeof openSessions>

/** Signing in and out. better-auth keeps sessions, passwords and proofs, as the keeper; its own routes are not served, ours call it. */
export function openSessions(platform: Platform, secret: string) {
  const { database, settings } = platform
  // better-auth hands its secrets to a callback; whoever asked for one waits here for it.
  const asked = new AsyncLocalStorage<(token: string) => void>()
  const handOver = async ({ token }: { token: string }): Promise<void> => asked.getStore()?.(token)
  const auth = betterAuth({
    secret,
    baseURL: settings.url.origin,
    database: drizzleAdapter(keeperTables(database), {
      provider: 'pg',
      schema: { user: signIns, session: sessions, account: credentials, verification: proofs },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: handOver,
    },
    // What stands in the database is a hash: reading it lets nobody in.
    verification: { storeIdentifier: 'hashed' },
    // The one door to every session, however it is asked for: whoever was dismissed gets none.
    databaseHooks: {
      session: { create: { before: async ({ userId }) => ((await isHere(platform, userId)) ? undefined : false) } },
    },
    session: { expiresIn: daysSignedIn * 86_400, disableSessionRefresh: true, cookieCache: { enabled: false } },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 900,
        storeToken: 'hashed',
        sendMagicLink: handOver,
      }),
    ],
    advanced: {
      database: { generateId: false },
      // better-auth would say __Secure-; __Host- also binds the cookie to this very host and path.
      useSecureCookies: false,
      cookies: { session_token: { name: settings.https ? '__Host-loggia' : 'loggia' } },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: settings.https },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
  })

  return {
    /** The cookie of a new session, or null when address and password do not fit together: unknown address and wrong password take the same time. */
    async signIn(email: string, password: string, headers: Headers): Promise<string[] | null> {
      return cookiesOf(() => auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }))
    },
    /** Ends the session of this browser; the cookie to forget it by. */
    async signOut(headers: Headers): Promise<string[]> {
      return (await cookiesOf(() => auth.api.signOut({ headers, returnHeaders: true }))) ?? []
    },
    /** The secret of a sign-in link, good for a quarter of an hour; for a letter to this address and nowhere else. */
    async linkFor(email: string): Promise<string | null> {
      return tokenOf(asked, () => auth.api.signInMagicLink({ body: { email }, headers: new Headers() }))
    },
    /** The cookie for a sign-in link, once; null for unknown, used and expired ones alike. */
    async followLink(token: string, headers: Headers): Promise<string[] | null> {
      return cookiesOf(() => auth.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true }))
    },
    /** The secret for choosing a new password, good for an hour; null when nobody has this address. */
    async resetFor(email: string): Promise<string | null> {
      return tokenOf(asked, () => auth.api.requestPasswordReset({ body: { email } }))
    },
    /** Chooses a new password and ends every session; false for a token that does not hold. */
    async resetPassword(token: string, newPassword: string): Promise<boolean> {
      return (await refusedAsNull(() => auth.api.resetPassword({ body: { token, newPassword } }))) !== null
    },
    /** Changes one's own password; false when the present one is wrong. The other sessions are ended by whoever calls. */
    async changePassword(currentPassword: string, newPassword: string, headers: Headers): Promise<boolean> {
      const body = { currentPassword, newPassword, revokeOtherSessions: false }
      return (await refusedAsNull(() => auth.api.changePassword({ body, headers }))) !== null
    },
    /** Who a request speaks for: by cookie, or by a personal access token. */
    async whoIs(headers: Headers): Promise<Me | null> {
      const bearer = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
      const holder = bearer ? await whoHoldsToken(platform, bearer) : null
      if (bearer) return holder ? personOf(platform, holder, null) : null
      const session = await refusedAsNull(() => auth.api.getSession({ headers }))
      return session ? personOf(platform, session.user.id, session.session.id) : null
    },
  }
}

/** A new personal access token: what is shown once, and the hash that is kept. */
export function newToken(): { shown: string; hash: string } {
  const shown = tokenPrefix + randomBytes(32).toString('base64url')
  return { shown, hash: hashed(shown) }
}

/** How a random secret of 256 bits is kept: no salt or stretching is needed, it cannot be guessed. */
export const hashed = (shown: string): string => createHash('sha256').update(shown).digest('hex')

async function whoHoldsToken({ database }: Platform, shown: string): Promise<string | null> {
  if (!shown.startsWith(tokenPrefix)) return null
  const usedLately = sql<boolean>`coalesce(${tokens.lastUsedAt} > now() - interval '1 minute', false)`
  const [token] = await keeperTables(database)
    .select({ id: tokens.id, personId: tokens.personId, usedLately })
    .from(tokens)
    .where(eq(tokens.hash, hashed(shown)))
  if (!token) return null
  // Written once a minute at most: a program that reads all day must not make the database write all day.
  if (!token.usedLately)
    await keeperTables(database).update(tokens).set({ lastUsedAt: new Date() }).where(eq(tokens.id, token.id))
  return token.personId
}

async function personOf(platform: Platform, id: string, sessionId: string | null): Promise<Me | null> {
  const administrator = sql<boolean>`${people.kind} = 'employee' and exists (select 1 from ${circleMembers} join ${circles} on ${circles.id} = ${circleMembers.circleId} where ${circleMembers.personId} = ${people.id} and ${circles.spaceId} is null and ${circles.name} = 'system-administrators')`
  const [person] = await keeperTables(platform.database)
    .select({
      id: people.id,
      kind: people.kind,
      language: people.language,
      dismissedAt: people.dismissedAt,
      administrator,
      seenLately: sql<boolean>`coalesce(${signIns.lastSeenAt} > now() - interval '5 minutes', false)`,
      provedAt: sessions.provedAt,
    })
    .from(people)
    .innerJoin(signIns, eq(signIns.id, people.id))
    .leftJoin(sessions, and(eq(sessions.userId, people.id), sessionId ? eq(sessions.id, sessionId) : sql`false`))
    .where(eq(people.id, id))
  if (!person || person.dismissedAt) return null
  if (!person.seenLately)
    await keeperTables(platform.database).update(signIns).set({ lastSeenAt: new Date() }).where(eq(signIns.id, id))
  const { kind, language, provedAt } = person
  return { id, kind, language, administrator: person.administrator, sessionId, provedAt: provedAt ?? undefined }
}

async function isHere(platform: Platform, id: string): Promise<boolean> {
  const [person] = await keeperTables(platform.database)
    .select({ dismissedAt: people.dismissedAt })
    .from(people)
    .where(eq(people.id, id))
  return person !== undefined && person.dismissedAt === null
}

async function tokenOf(
  asked: AsyncLocalStorage<(token: string) => void>,
  ask: () => Promise<unknown>,
): Promise<string | null> {
  const handed: string[] = []
  await asked.run((token) => handed.push(token), ask)
  return handed[0] ?? null
}

async function cookiesOf(work: () => Promise<{ headers: Headers }>): Promise<string[] | null> {
  const answer = await refusedAsNull(work)
  return answer && answer.headers.getSetCookie()
}

/** better-auth answers a wrong secret with an error below 500 (or a redirect); everything else is a fault of ours and goes on. */
async function refusedAsNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    const status = (error as { statusCode?: number }).statusCode
    if (status !== undefined && status < 500) return null
    throw error
  }
}
