import { createHash, randomBytes } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { magicLink } from 'better-auth/plugins'
import { eq, sql } from 'drizzle-orm'
import { asKeeper, keeperTables } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { credentials, proofs, sessions, signIns, tokens } from './sign-in-tables.ts'
import { circleMembers, circles, people } from './tables.ts'
import type { Me } from './signed-in.ts'

const daysSignedIn = 30
/** NIST SP 800-63B asks for 8 at least and for room for a sentence. */
export const passwordLength = { min: 10, max: 128 }
const tokenPrefix = 'lga_'

/** What a letter about signing in is about. Written by the account feature; here only its secret is made. */
export type ProofLetter = { kind: 'link' | 'reset'; email: string; token: string }

export type Sessions = ReturnType<typeof openSessions>

/**
 * Signing in and out. better-auth keeps sessions, passwords and proofs, as the keeper; its own routes are not served, ours call it.
 * `sendProof` queues the letter: it must take the same time whether or not the address is known.
 */
export function openSessions(platform: Platform, secret: string, sendProof: (letter: ProofLetter) => Promise<void>) {
  const { database, settings } = platform
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
      sendResetPassword: ({ user, token }) => sendProof({ kind: 'reset', email: user.email, token }),
    },
    session: { expiresIn: daysSignedIn * 86_400, disableSessionRefresh: true, cookieCache: { enabled: false } },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 900,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) => sendProof({ kind: 'link', email, token }),
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
    /** Sends a letter with a sign-in link, if somebody here has this address. */
    async sendLink(email: string, headers: Headers): Promise<void> {
      await auth.api.signInMagicLink({ body: { email }, headers })
    },
    /** The cookie for a sign-in link, once; null for unknown, used and expired ones alike. */
    async followLink(token: string, headers: Headers): Promise<string[] | null> {
      return cookiesOf(() => auth.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true }))
    },
    /** Sends a letter for choosing a new password, if somebody here has this address. */
    async sendReset(email: string): Promise<void> {
      await auth.api.requestPasswordReset({ body: { email } })
    },
    /** Chooses a new password and ends every session; false for a token that does not hold. */
    async resetPassword(token: string, newPassword: string): Promise<boolean> {
      return (await refusedAsNull(() => auth.api.resetPassword({ body: { token, newPassword } }))) !== null
    },
    /** Changes one's own password and ends the other sessions; null when the present one is wrong. */
    async changePassword(currentPassword: string, newPassword: string, headers: Headers): Promise<string[] | null> {
      return cookiesOf(() =>
        auth.api.changePassword({
          body: { currentPassword, newPassword, revokeOtherSessions: true },
          headers,
          returnHeaders: true,
        }),
      )
    },
    /** Who a request speaks for: by cookie, or by a personal access token. */
    async whoIs(headers: Headers): Promise<Me | null> {
      const bearer = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
      if (bearer) return whoHoldsToken(platform, bearer)
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

async function whoHoldsToken(platform: Platform, shown: string): Promise<Me | null> {
  if (!shown.startsWith(tokenPrefix)) return null
  const holder = await asKeeper(platform.database, async (tx) => {
    const [used] = await tx
      .update(tokens)
      .set({ lastUsedAt: new Date() })
      .where(eq(tokens.hash, hashed(shown)))
      .returning()
    return used?.personId
  })
  return holder ? personOf(platform, holder, null) : null
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
    })
    .from(people)
    .where(eq(people.id, id))
  if (!person || person.dismissedAt) return null
  return { id: person.id, kind: person.kind, language: person.language, administrator: person.administrator, sessionId }
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
