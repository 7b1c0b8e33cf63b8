import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done } from '#platform/contract.ts'
import { me } from '../me/contract.ts'
import { passkeyAnswer } from '../passkeys/contract.ts'

const tags = ['Account']

/** Six digits from an app, or a recovery code. */
const typedCode = z.string().min(1).max(60)

/** Whether codes are asked for when one signs in, since when, how many recovery codes are left, and whether the portal keeps them from being turned off. */
const state = z.object({ since: z.date().nullable(), codesLeft: z.number(), stays: z.boolean() })
export type SecondFactorAnswer = z.infer<typeof state>

const recoveryCodes = z.object({ codes: z.array(z.string()) })

const rules = z.object({ employees: z.boolean(), externals: z.boolean() })
export type SignInRules = z.infer<typeof rules>

/** What may be asked about the second factor: one's own, the one that a sign-in waits for, and from whom the portal wants one. */
export const secondFactorContract = {
  secondFactorWays: oc
    .route({
      method: 'GET',
      path: '/session/second-factor',
      tags,
      summary: 'What the sign-in in this browser waits for',
    })
    .output(z.object({ passkey: z.boolean() })),
  showSecondFactor: oc
    .route({ method: 'POST', path: '/session/second-factor', tags, summary: 'Show the second factor and be signed in' })
    .input(z.strictObject({ code: typedCode.optional(), passkey: passkeyAnswer.optional() }))
    .output(me),
  secondFactor: oc
    .route({ method: 'GET', path: '/me/second-factor', tags, summary: 'One’s second factor' })
    .output(state),
  startSecondFactor: oc
    .route({ method: 'POST', path: '/me/second-factor', tags, summary: 'Begin to set up codes from an app' })
    .output(z.object({ secret: z.string(), url: z.string() })),
  confirmSecondFactor: oc
    .route({
      method: 'POST',
      path: '/me/second-factor/confirm',
      tags,
      summary: 'Turn the second factor on with a first code; the recovery codes are shown this once',
    })
    .input(z.strictObject({ code: typedCode }))
    .output(recoveryCodes),
  endSecondFactor: oc
    .route({ method: 'DELETE', path: '/me/second-factor', tags, summary: 'Turn the second factor off' })
    .output(done),
  newRecoveryCodes: oc
    .route({
      method: 'POST',
      path: '/me/recovery-codes',
      tags,
      summary: 'Make new recovery codes; those before work no more',
    })
    .output(recoveryCodes),
  signInRules: oc
    .route({ method: 'GET', path: '/portal/sign-in', tags, summary: 'From whom the portal asks for a second factor' })
    .output(rules),
  changeSignInRules: oc
    .route({ method: 'PATCH', path: '/portal/sign-in', tags, summary: 'Ask people for a second factor, or no more' })
    .input(rules.partial().strict())
    .output(rules),
}
