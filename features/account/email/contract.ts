import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done } from '#platform/contract.ts'

const tags = ['Account']

/** What may be asked about changing one's own address. */
export const emailContract = {
  email: oc
    .route({ method: 'GET', path: '/me/email', tags, summary: 'One’s address, and the one it is about to become' })
    .output(z.object({ email: z.string(), next: z.string().nullable(), until: z.date().nullable() })),
  changeEmail: oc
    .route({ method: 'POST', path: '/me/email', tags, summary: 'Ask for a letter to a new address' })
    .input(z.strictObject({ email: z.string().trim().min(1).max(320) }))
    .output(done),
  keepEmail: oc
    .route({ method: 'DELETE', path: '/me/email', tags, summary: 'Keep the present address after all' })
    .output(done),
  confirmEmail: oc
    .route({
      method: 'POST',
      path: '/email/confirm',
      tags,
      summary: 'Confirm a new address with the link from a letter',
    })
    .input(z.strictObject({ token: z.string().min(1).max(200) }))
    .output(z.object({ email: z.string() })),
}
