import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done } from '#platform/contract.ts'
import { passkeyAnswer } from '../passkeys/contract.ts'

const tags = ['Account']

/** How somebody can show that it is them: a code is from an app or a recovery code, a letter or a text message brings another. */
const proofWay = z.enum(['password', 'code', 'passkey', 'letter', 'message'])
export type ProofWay = z.infer<typeof proofWay>

const proof = z.strictObject({
  password: z.string().max(1000).optional(),
  /** From an app, of those for recovery, from a letter or a text message. */
  code: z.string().max(60).optional(),
  passkey: passkeyAnswer.optional(),
})
export type Proof = z.infer<typeof proof>

/** What may be asked about showing anew that it is oneself. */
export const proofContract = {
  proofWays: oc
    .route({ method: 'GET', path: '/session/proof', tags, summary: 'How one can show that it is oneself' })
    .output(z.object({ ways: z.array(proofWay) })),
  prove: oc
    .route({
      method: 'POST',
      path: '/session/proof',
      tags,
      summary: 'Show that it is oneself; for ten minutes acts that ask for it go on',
    })
    .input(proof)
    .output(done),
  sendProofCode: oc
    .route({
      method: 'POST',
      path: '/session/proof/letter',
      tags,
      summary: 'Send a code for showing that it is oneself',
    })
    .output(done),
}
