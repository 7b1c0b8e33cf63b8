import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, language, newPassword } from '#platform/contract.ts'
import { me } from '../me/contract.ts'

const tags = ['Account']
const number = z.string().trim().min(1).max(40)
const code = z.string().trim().min(1).max(20)

/** What may be asked about signing in by phone, and about one's own number. */
export const phoneContract = {
  waysIn: oc
    .route({ method: 'GET', path: '/session/ways', tags, summary: 'Whether one can sign in by phone here' })
    .output(z.object({ phone: z.boolean() })),
  sendCode: oc
    .route({ method: 'POST', path: '/session/phone', tags, summary: 'Send a sign-in code to one’s mobile number' })
    .input(z.strictObject({ number, language: language.optional() }))
    .output(done),
  signInByCode: oc
    .route({
      method: 'POST',
      path: '/session/phone/redeem',
      tags,
      summary: 'Sign in with the code that came to a phone',
    })
    .input(z.strictObject({ number, code, language: language.optional() }))
    .output(me),
  phone: oc
    .route({
      method: 'GET',
      path: '/me/phone',
      tags,
      summary: 'The number that one signs in with, and how else one can',
    })
    .output(
      z.object({
        number: z.string().nullable(),
        /** The number to which a code is on its way. */
        next: z.string().nullable(),
        hasPassword: z.boolean(),
      }),
    ),
  changePhone: oc
    .route({ method: 'POST', path: '/me/phone', tags, summary: 'Ask for a code to a new mobile number' })
    .input(z.strictObject({ number }))
    .output(done),
  confirmPhone: oc
    .route({
      method: 'POST',
      path: '/me/phone/confirm',
      tags,
      summary: 'Confirm a new number with the code that came to it',
    })
    .input(z.strictObject({ code }))
    .output(z.object({ number: z.string() })),
  removePhone: oc
    .route({ method: 'DELETE', path: '/me/phone', tags, summary: 'Sign in by phone no more' })
    .output(done),
  choosePassword: oc
    .route({ method: 'POST', path: '/password', tags, summary: 'Choose a first password, for somebody who has none' })
    .input(z.strictObject({ password: newPassword }))
    .output(done),
}
