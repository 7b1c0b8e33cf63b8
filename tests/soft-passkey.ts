import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { passkeys } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import type { Client, TestPortal } from './portal.ts'

type Answer = Parameters<Client['account']['signInByPasskey']>[0]['passkey']

interface Answering {
  /** Whether it knows its owner (a finger, a PIN), or is only there. */
  verified?: boolean
  /** The page that it believes to stand on. */
  origin?: string
  counter?: number
}

/** A passkey (ES256) in our hands: what it is asked it answers, rightly or, if it is told to, wrongly. WebAuthn, section 6.3.3. */
export async function softPasskey(portal: TestPortal, key: PersonKey) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const part = (text: string) => Buffer.from(text, 'base64url')
  // A COSE key: a map of kind EC2, algorithm ES256, curve P-256, x, y.
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    part(x),
    Buffer.from('225820', 'hex'),
    part(y),
  ])
  const credentialId = randomBytes(16).toString('base64url')
  await portal.keep((tx) =>
    tx.insert(passkeys).values({
      personId: portal.person(key),
      name: 'A key in our hands',
      credentialId,
      publicKey: cose.toString('base64url'),
      counter: 0,
      transports: [],
    }),
  )
  const { hostname, origin: home } = new URL(portal.url)
  let used = 0
  return {
    credentialId,
    answer(challenge: string, { verified = true, origin = home, counter = (used += 1) }: Answering = {}): Answer {
      const told = Buffer.alloc(4)
      told.writeUInt32BE(counter)
      const flags = Buffer.from([verified ? 0b101 : 0b001])
      const authenticatorData = Buffer.concat([createHash('sha256').update(hostname).digest(), flags, told])
      const clientData = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }))
      const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()])
      return {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      }
    },
  }
}
