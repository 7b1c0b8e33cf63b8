import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** Signs somebody in who has shown by means that better-auth does not know (codes, passkeys) who they are. Called by sessions.ts, served to nobody. */
export const entering = {
  id: 'loggia-entering',
  endpoints: {
    enterAs: createAuthEndpoint(
      '/enter-as',
      {
        method: 'POST',
        body: z.object({ personId: z.string(), secondFactor: z.boolean() }),
        requireHeaders: true,
        metadata: { SERVER_ONLY: true },
      },
      async (ctx) => {
        const { personId, secondFactor } = ctx.body
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(personId)
        const shown = secondFactor ? { secondFactorAt: new Date() } : {}
        const session = user && (await internalAdapter.createSession(personId, false, shown))
        if (!session) throw new APIError('UNAUTHORIZED')
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ done: true })
      },
    ),
  },
} satisfies BetterAuthPlugin
