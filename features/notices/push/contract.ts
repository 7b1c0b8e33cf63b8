import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id } from '#platform/contract.ts'

const tags = ['Notices']

/** A browser in which somebody has turned push on. */
const pushDevice = z.object({
  id,
  /** Names of programs, the same in every language; null when the browser did not say. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  since: z.date(),
  lastUsedAt: z.date(),
  present: z.boolean(),
})
export type PushDevice = z.infer<typeof pushDevice>

const pushState = z.object({
  /** What a browser subscribes with (applicationServerKey). */
  key: z.string(),
  /** Tells the present sign-in of this browser from the one before; null for a program. */
  here: z.string().nullable(),
  items: z.array(pushDevice),
})
export type PushState = z.infer<typeof pushState>

/** As browsers write it: the bytes in base64url, at the end without =. */
const bytes = (many: number) =>
  z
    .string()
    .regex(/^[\w-]+=*$/)
    .transform((text) => text.replace(/=+$/, ''))
    .refine((text) => text.length === Math.ceil((many * 4) / 3), `These are not ${many} bytes in base64url.`)

/** What a browser knows of its own subscription (PushSubscription.toJSON). */
const subscription = z.strictObject({
  endpoint: z.string().max(1000),
  keys: z.strictObject({ p256dh: bytes(65), auth: bytes(16) }),
})
export type Subscription = z.output<typeof subscription>

/** What a browser or a program may ask about push, of notices that reach a browser while the portal is closed. */
export const pushContract = {
  push: oc
    .route({ method: 'GET', path: '/me/push', tags, summary: 'In which of one’s browsers push is on' })
    .output(pushState),
  turnPushOn: oc
    .route({ method: 'POST', path: '/me/push', tags, summary: 'Turn push on in this browser' })
    .input(subscription)
    .output(pushState),
  turnPushOff: oc
    .route({ method: 'DELETE', path: '/me/push/{id}', tags, summary: 'Turn push off in a browser of one’s own' })
    .input(z.strictObject({ id }))
    .output(done),
}
