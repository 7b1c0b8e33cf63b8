import { createECDH, hkdfSync } from 'node:crypto'

/** The pair by which push services know a portal (RFC 8292), as they are written everywhere: base64url, the point uncompressed. */
export interface PushKeys {
  publicKey: string
  privateKey: string
}

/** The order of the curve P-256 (FIPS 186-5). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** The pair of a private key. */
export function pairOf(privateKey: string): PushKeys {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(Buffer.from(privateKey, 'base64url'))
  return { publicKey: curve.getPublicKey('base64url'), privateKey }
}

/** Whether this is a private key on that curve: 32 bytes, as tools for web push write them. */
export function isPrivateKey(text: string): boolean {
  const key = Buffer.from(text, 'base64url')
  const n = BigInt(`0x${key.toString('hex') || '0'}`)
  return key.length === 32 && key.toString('base64url') === text && n > 0n && n < order
}

/** A pair that follows from a secret: the same for each process that has it. 64 bits more than the curve has leave no number likelier than another (FIPS 186-5, A.2.1). */
export function derivePair(seed: string): PushKeys {
  const bytes = Buffer.from(hkdfSync('sha256', seed, 'loggia', 'web push', 40))
  const n = (BigInt(`0x${bytes.toString('hex')}`) % (order - 1n)) + 1n
  return pairOf(Buffer.from(n.toString(16).padStart(64, '0'), 'hex').toString('base64url'))
}
