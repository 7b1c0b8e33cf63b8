import { randomBytes } from 'node:crypto'
import { parseAddress, type Address } from '../addresses.ts'
import type { ReplyForm } from './settings.ts'

// Crockford's base 32. Mail programs and servers may write a local part in capitals, so no letter counts by its case.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 26

/** A new secret for a reply address: 130 random bits, which say nothing of whom or what they are for. */
export const newSecret = (): string => Array.from(randomBytes(length), (byte) => alphabet[byte % 32]).join('')

/** The address that answers with this secret come to. */
export function replyAddress({ local, domain }: ReplyForm, secret: string): Address {
  const address = parseAddress(`${local}+${secret}@${domain}`)
  if (!address) throw new RangeError('A reply address is made of a local part, a secret and a domain.')
  return address
}

/** The secrets of all reply addresses that stand in a text, each once, in the order in which they stand there. */
export function secretsIn({ local, domain }: ReplyForm, text: string): string[] {
  const form = new RegExp(
    String.raw`(?<![\w.+-])${escaped(local)}\+([${alphabet}]{${length}})@${escaped(domain)}(?![\w.-]*\w)`,
    'gi',
  )
  return [...new Set([...text.matchAll(form)].map(([, secret = '']) => secret.toLowerCase()))]
}

/** The secret of a recipient; null where it is no reply address of ours. */
export function secretOf(form: ReplyForm, recipient: string): string | null {
  const [secret] = secretsIn(form, recipient)
  return secret !== undefined && recipient.length === form.local.length + 1 + length + 1 + form.domain.length
    ? secret
    : null
}

const escaped = (text: string): string => text.replace(/[^\w]/g, String.raw`\$&`)
