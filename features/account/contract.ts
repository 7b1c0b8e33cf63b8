import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, language, line, newPassword } from '#platform/contract.ts'
import { emailContract } from './email/contract.ts'
import { me } from './me/contract.ts'
import { passkeysContract } from './passkeys/contract.ts'
import { phoneContract } from './phone/contract.ts'
import { proofContract } from './proof/contract.ts'
import { secondFactorContract } from './second-factor/contract.ts'

const tags = ['Account']

export type MeAnswer = z.infer<typeof me>

const session = z.object({
  id,
  /** Names of programs, the same in every language; null when the browser did not say. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** The network address it was signed in from; its owner alone sees it. */
  from: z.string().nullable(),
  createdAt: z.date(),
  lastUsedAt: z.date(),
  present: z.boolean(),
})
export type SessionAnswer = z.infer<typeof session>

const token = z.object({ id, name: z.string(), createdAt: z.date(), lastUsedAt: z.date().nullable() })
export type TokenAnswer = z.infer<typeof token>

/** All of them at once: one has few of these. */
const all = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.null() })

const address = z.string().trim().min(1).max(320)
/** Where the person wanted to go: a plain address within the portal, which the letter carries along. */
const to = z
  .string()
  .max(300)
  .regex(/^\/(?!\/)[\w.~/?&=%-]*$/)

const secret = z.string().min(1).max(200)

/** What a browser or a program may ask about one's own account. */
export const accountContract = {
  ...proofContract,
  ...secondFactorContract,
  ...passkeysContract,
  ...emailContract,
  ...phoneContract,
  signIn: oc
    .route({ method: 'POST', path: '/session', tags, summary: 'Sign in: sets the session cookie' })
    .input(z.strictObject({ email: address, password: z.string().min(1).max(1000) }))
    .output(me),
  signOut: oc.route({ method: 'DELETE', path: '/session', tags, summary: 'Sign out' }).output(done),
  sendLink: oc
    .route({ method: 'POST', path: '/session/link', tags, summary: 'Send a sign-in link to one’s address' })
    .input(z.strictObject({ email: address, to: to.optional() }))
    .output(done),
  followLink: oc
    .route({ method: 'POST', path: '/session/redeem', tags, summary: 'Sign in with the link from a letter' })
    .input(z.strictObject({ token: secret }))
    .output(me),
  sendReset: oc
    .route({ method: 'POST', path: '/password/forgot', tags, summary: 'Send a letter for choosing a new password' })
    .input(z.strictObject({ email: address, to: to.optional() }))
    .output(done),
  resetPassword: oc
    .route({
      method: 'POST',
      path: '/password/reset',
      tags,
      summary: 'Choose a new password with the link from a letter',
    })
    .input(z.strictObject({ token: secret, password: newPassword }))
    .output(done),
  changePassword: oc
    .route({
      method: 'POST',
      path: '/password/change',
      tags,
      summary: 'Change one’s password and end the other sessions',
    })
    .input(z.strictObject({ current: z.string().min(1).max(1000), password: newPassword }))
    .output(done),
  me: oc.route({ method: 'GET', path: '/me', tags, summary: 'Who is signed in' }).output(me),
  change: oc
    .route({ method: 'PATCH', path: '/me', tags, summary: 'Change what one says of oneself' })
    .input(
      z.strictObject({
        name: line(100).optional(),
        position: z.string().trim().max(120).optional(),
        about: z.string().trim().max(2000).optional(),
        interests: z.string().trim().max(500).optional(),
        phone: z.string().trim().max(40).optional(),
        mobile: z.string().trim().max(40).optional(),
        showReachesToExternals: z.boolean().optional(),
        language: language.optional(),
        timeZone: z.string().max(60).optional(),
      }),
    )
    .output(me),
  sessions: oc
    .route({ method: 'GET', path: '/sessions', tags, summary: 'Where one is signed in' })
    .output(all(session)),
  endSession: oc
    .route({ method: 'DELETE', path: '/sessions/{id}', tags, summary: 'Sign out somewhere else' })
    .input(z.strictObject({ id }))
    .output(done),
  endOtherSessions: oc
    .route({ method: 'DELETE', path: '/sessions', tags, summary: 'Sign out everywhere else' })
    .output(done),
  tokens: oc.route({ method: 'GET', path: '/tokens', tags, summary: 'One’s access tokens' }).output(all(token)),
  makeToken: oc
    .route({
      method: 'POST',
      path: '/tokens',
      tags,
      summary: 'Make an access token; it is shown this once',
      successStatus: 201,
    })
    .input(z.strictObject({ name: line(100) }))
    .output(token.extend({ token: z.string() })),
  endToken: oc
    .route({ method: 'DELETE', path: '/tokens/{id}', tags, summary: 'End an access token' })
    .input(z.strictObject({ id }))
    .output(done),
}
