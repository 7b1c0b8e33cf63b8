import { ECDH } from 'node:crypto'

/** Whether this is a point on the curve P-256, as browsers give one to encrypt for: what is none would fail at every message. */
export function isPoint(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes[0] !== 4) return false
  try {
    ECDH.convertKey(bytes, 'prime256v1')
    return true
  } catch {
    return false
  }
}
