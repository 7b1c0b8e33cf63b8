import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { magicLink } from 'better-auth/plugins'
import { passwordLength } from '#platform/contract.ts'
import { keeperTables } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { entering } from './entering.ts'
import { credentials, proofs, sessions, signIns } from './sign-in-tables.ts'
import type { Me } from './signed-in.ts'
import { personOf, standingOf, whoHoldsToken } from './who.ts'

const daysSignedIn = 30
/** How long somebody may look for their phone between password and second factor. */
const minutesHalfSignedIn = 10
const tokenPrefix = 'lga_'
/** Where our server writes the address that a request came from; what a browser sends by this name is overwritten (app/portal.ts). */
export const addressHeader = 'x-loggia-address'

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
    // The one door to every session, however it is asked for: whoever was dismissed gets none, and whoever has a second factor
    // and has not shown it gets one that is good for nothing but showing it (who.ts).
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId, secondFactorAt }) => {
            const standing = await standingOf(platform, userId)
            if (!standing) return false
            if (!standing.hasCodes || secondFactorAt) return undefined
            return { data: { expiresAt: new Date(Date.now() + minutesHalfSignedIn * 60_000) } }
          },
        },
      },
    },
    session: {
      expiresIn: daysSignedIn * 86_400,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { secondFactorAt: { type: 'date', required: false, input: false } },
    },
    plugins: [
      entering,
      magicLink({
        disableSignUp: true,
        expiresIn: 900,
        storeToken: 'hashed',
        sendMagicLink: handOver,
      }),
    ],
    advanced: {
      // The whole address: it is shown to the person, who knows their own.
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 },
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
    /** The cookie of a new session for somebody who has shown by other means who they are; null when they are not here any more. */
    async enter(personId: string, shown: { secondFactor: boolean }, headers: Headers): Promise<string[] | null> {
      return cookiesOf(() => auth.api.enterAs({ body: { personId, ...shown }, headers, returnHeaders: true }))
    },
    /** Whose password or link was right in this browser, and whose second factor is still to be shown; null for everybody else. */
    async halfSignedIn(headers: Headers): Promise<{ personId: string; sessionId: string } | null> {
      const session = await refusedAsNull(() => auth.api.getSession({ headers }))
      if (!session || session.session.secondFactorAt) return null
      const personId = session.user.id
      return (await standingOf(platform, personId))?.hasCodes ? { personId, sessionId: session.session.id } : null
    },
    /** How a secret is kept that is short enough to be guessed from its plain hash. */
    keyed: (text: string): string => createHmac('sha256', secret).update(text).digest('hex'),
    /** Makes a secret that must be read again unreadable in the database, and readable again. */
    seal: (text: string): Promise<string> => symmetricEncrypt({ key: secret, data: text }),
    unseal: (sealed: string): Promise<string> => symmetricDecrypt({ key: secret, data: sealed }),
    /** Who a request speaks for: by cookie, or by a personal access token. */
    async whoIs(headers: Headers): Promise<Me | null> {
      const bearer = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
      const holder = bearer?.startsWith(tokenPrefix) ? await whoHoldsToken(platform, hashed(bearer)) : null
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
