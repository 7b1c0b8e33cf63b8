import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done } from '#platform/contract.ts'

const tags = ['Portal']

/** What administrators may ask about text messages. Of the gateway they learn the host: in its address stand secrets. */
export const smsContract = {
  sms: oc
    .route({ method: 'GET', path: '/portal/sms', tags, summary: 'How text messages leave, and which did not of late' })
    .output(
      z.object({
        gateway: z.string().nullable(),
        failures: z.array(z.object({ at: z.date(), to: z.string(), reason: z.string() })),
      }),
    ),
  trySms: oc
    .route({
      method: 'POST',
      path: '/portal/sms/try',
      tags,
      summary: 'Send a text message to a number, to try the gateway',
    })
    .input(z.strictObject({ number: z.string().trim().min(1).max(40) }))
    .output(done),
}
