import { os } from '@orpc/server'
import type { Platform } from '#platform/platform.ts'
import { notFound, notSignedIn } from './errors.ts'
import type { Sessions } from './sessions.ts'
import { asPerson, type Me } from './signed-in.ts'

/** To whom a section is open at all. */
export type OpenTo = 'everyone' | 'employees' | 'administrators'

/** What every request brings, before anybody is known. */
export interface RequestContext {
  platform: Platform
  sessions: Sessions
  requestId: string
  headers: Headers
  setCookies: (cookies: string[]) => void
  whoIs: () => Promise<Me | null>
}

/** Whether a section that is `open` to some answers this person at all. */
export const isOpenTo = (open: OpenTo, me: Me): boolean =>
  open === 'everyone' ||
  (open === 'employees' && me.kind === 'employee') ||
  (open === 'administrators' && me.administrator)

/**
 * Put before the procedures of a section: somebody is signed in, and each runs in one transaction in which the rules hold.
 * To those whom the section is not open to its procedures do not exist.
 */
export const signedIn = (open: OpenTo = 'everyone') =>
  os.$context<RequestContext>().middleware(async ({ context, next }) => {
    const me = await context.whoIs()
    if (!me) throw notSignedIn()
    if (!isOpenTo(open, me)) throw notFound()
    return asPerson(context.platform.database, me.id, (tx) => Promise.resolve(next({ context: { me, tx } })))
  })
