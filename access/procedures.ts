import { os } from '@orpc/server'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { notFound, notSignedIn, refused } from './errors.ts'
import type { Sessions } from './sessions.ts'
import { asPerson, type Me } from './signed-in.ts'
import { waitsInLobby } from './spaces.ts'

/** To whom a section is open at all: everyone is whoever was let into a group or works here; the lobby, whoever is signed in. */
export type OpenTo = 'lobby' | 'everyone' | 'employees' | 'administrators'

/** What every request brings, before anybody is known. */
export interface RequestContext {
  platform: Platform
  sessions: Sessions
  requestId: string
  headers: Headers
  setCookies: (cookies: string[]) => void
  whoIs: () => Promise<Me | null>
}

/** Whether a section that is `open` to some answers this person at all; `waiting` is somebody in the lobby. */
export const isOpenTo = (open: OpenTo, me: Pick<Me, 'kind' | 'administrator'>, waiting: boolean): boolean =>
  open === 'lobby' ||
  (open === 'everyone' && !waiting) ||
  (open === 'employees' && me.kind === 'employee') ||
  (open === 'administrators' && me.administrator)

/** Whether a procedure answers those too from whom the portal wants a second factor that they have not shown. */
type Before = 'any' | 'secondFactor'

/**
 * Put before the procedures of a section: somebody is signed in, and each runs in one transaction in which the rules hold.
 * To those whom the section is not open to its procedures do not exist. The lobby is asked in that same transaction, so that
 * whoever was taken out of their last group a moment ago finds the doors closed.
 */
export const signedIn = (open: OpenTo = 'everyone', before: Before = 'any') =>
  os.$context<RequestContext>().middleware(async ({ context, next }) => {
    const me = await whoAsks(context, open, before)
    return inside(context, { me, open }, (tx) => Promise.resolve(next({ context: { me, tx } })))
  })

/**
 * The same for acts that do great harm in wrong hands (moving people, changing one's address): in this browser somebody must have shown
 * within the last ten minutes that it is them. Else the client asks, and goes on with what was wanted (ui/proof.ts).
 */
export const freshlySignedIn = (open: OpenTo = 'everyone', before: Before = 'any') =>
  os.$context<RequestContext>().middleware(async ({ context, next }) => {
    const me = await whoAsks(context, open, before)
    return inside(context, { me, open }, (tx) => {
      mustBeFresh(me)
      return Promise.resolve(next({ context: { me, tx } }))
    })
  })

async function whoAsks(context: RequestContext, open: OpenTo, before: Before): Promise<Me> {
  const me = await someoneOrNobody(context, before)
  if (!me) throw notSignedIn()
  if (!isOpenTo(open, me, false)) throw notFound()
  return me
}

/**
 * Who asks, where nobody may ask too. The one place that holds back whoever the portal asks for a second factor and who has shown none:
 * only procedures put before setting it up (`'secondFactor'`: one's own account) answer them.
 */
export async function someoneOrNobody(context: RequestContext, before: Before = 'any'): Promise<Me | null> {
  const me = await context.whoIs()
  if (me?.lacksSecondFactor && before !== 'secondFactor')
    throw refused(
      'SECOND_FACTOR_NEEDED',
      'This portal asks for a second factor. Set one up under Settings → Security first.',
    )
  return me
}

/** Runs `work` in one transaction as whoever asks, unless they wait in the lobby and this is not open there. */
function inside<T>(
  { platform }: RequestContext,
  { me, open }: { me: Me; open: OpenTo },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return asPerson(platform.database, me.id, async (tx) => {
    if (open !== 'lobby' && me.kind === 'external' && (await waitsInLobby(tx))) throw notFound()
    return work(tx)
  })
}

const milliseconds = 60_000
/** How long a proof is good for, in minutes. */
const proofLasts = 10

/** Refuses whoever has not shown lately that it is them; answers the session in which they have. For acts that are dangerous only in part. */
export function mustBeFresh(me: Me): string {
  const sessionId = mustBeInBrowser(me)
  if (me.provedAt && Date.now() - me.provedAt.getTime() < proofLasts * milliseconds) return sessionId
  throw refused('PROVE_IT_IS_YOU', 'Show first that it is you: this asks for a proof from the last ten minutes.')
}

/** A token that leaked must not make others, nor take the account over. */
export function mustBeInBrowser(me: Me): string {
  if (me.sessionId !== null) return me.sessionId
  throw refused('SIGNED_IN_BY_TOKEN', 'An access token cannot do this. Sign in with a browser.')
}
