import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, line } from '#platform/contract.ts'
import { me } from '../me/contract.ts'

const tags = ['Account']

// What browsers and we tell each other about passkeys, as WebAuthn names it. In base64url and short, so that nothing big is read.
const part = z.string().max(8_000)
const told = {
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  authenticatorAttachment: z.string().max(40).nullish(),
}

/** What a browser says when a passkey has answered. */
export const passkeyAnswer = z.strictObject({
  ...told,
  response: z.strictObject({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    userHandle: part.nullish(),
  }),
})
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>

/** What a browser says when a passkey was made. */
const newPasskey = z.strictObject({
  ...told,
  response: z.strictObject({
    clientDataJSON: part,
    attestationObject: z.string().max(40_000),
    authenticatorData: part.optional(),
    transports: z.array(z.string().max(40)).max(10).optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: part.optional(),
  }),
})
export type NewPasskey = z.infer<typeof newPasskey>

/** What a browser hands to the passkey. */
const options = z.looseObject({ challenge: z.string() })

const passkey = z.object({ id, name: z.string(), createdAt: z.date(), lastUsedAt: z.date().nullable() })
export type Passkey = z.infer<typeof passkey>

/** What may be asked about passkeys: one's own, and signing in with one. */
export const passkeysContract = {
  passkeyOptions: oc
    .route({ method: 'POST', path: '/session/passkey/options', tags, summary: 'What a passkey is to answer' })
    .output(options),
  signInByPasskey: oc
    .route({ method: 'POST', path: '/session/passkey', tags, summary: 'Sign in with a passkey' })
    .input(z.strictObject({ passkey: passkeyAnswer }))
    .output(me),
  passkeys: oc
    .route({ method: 'GET', path: '/me/passkeys', tags, summary: 'One’s passkeys' })
    .output(z.object({ items: z.array(passkey), next: z.null() })),
  newPasskeyOptions: oc
    .route({ method: 'POST', path: '/me/passkeys/options', tags, summary: 'What a new passkey is made with' })
    .output(options),
  addPasskey: oc
    .route({ method: 'POST', path: '/me/passkeys', tags, summary: 'Add a passkey', successStatus: 201 })
    .input(z.strictObject({ name: line(100), passkey: newPasskey }))
    .output(passkey),
  renamePasskey: oc
    .route({ method: 'PATCH', path: '/me/passkeys/{id}', tags, summary: 'Call a passkey something else' })
    .input(z.strictObject({ id, name: line(100) }))
    .output(passkey),
  removePasskey: oc
    .route({ method: 'DELETE', path: '/me/passkeys/{id}', tags, summary: 'Remove a passkey' })
    .input(z.strictObject({ id }))
    .output(done),
}
