import { domainToASCII, domainToUnicode } from 'node:url'

/** One e-mail address that has passed our parser; nothing else may be written to or compared with. */
export interface Address {
  /** The address as it goes into an envelope: the local part as written, the domain in lower-case ASCII. */
  readonly text: string
  readonly local: string
  readonly domain: string
  /** For comparing and for unique columns: case folded, nothing else (a dot or a plus may belong to somebody else). */
  readonly normalised: string
}

// RFC 5321: 4.5.3.1.1 local part 64 octets, 4.5.3.1.3 path 256 octets with its brackets; RFC 1035: label 63.
const longestAddress = 254
const longestLocal = 64
const longestLabel = 63

// RFC 5321 Dot-string without % ! | and the back quote, which old relays read as routes or commands.
const dotString = /^[a-z0-9#$&'*+/=?^_{}~-]+(\.[a-z0-9#$&'*+/=?^_{}~-]+)*$/i
const asciiLabel = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/
const topLabel = /^([a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])$/

/**
 * Reads exactly one plain address, or answers undefined. Refuses quoted local parts, comments, display names, lists,
 * spaces, control characters, address literals, look-alikes of ASCII and everything over the limits of RFC 5321.
 */
export function parseAddress(written: string): Address | undefined {
  if (written.length > longestAddress) return undefined
  const at = written.indexOf('@')
  if (at < 1 || at !== written.lastIndexOf('@')) return undefined
  const local = written.slice(0, at)
  if (local.length > longestLocal || !dotString.test(local)) return undefined
  const domain = asciiDomain(written.slice(at + 1))
  if (!domain) return undefined
  const text = `${local}@${domain}`
  if (text.length > longestAddress) return undefined
  return { text, local, domain, normalised: text.toLowerCase() }
}

function asciiDomain(written: string): string | undefined {
  // The URL standard would quietly map full-width letters, ideographic dots and invisible characters: only letters,
  // digits and plain dots may come in, and what comes out must read back as what came in.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(written) || written.normalize('NFKC') !== written) return undefined
  const lower = written.toLowerCase()
  const ascii = domainToASCII(lower)
  if (!ascii || ascii.length > longestAddress) return undefined
  const unicode = domainToUnicode(ascii)
  if ((isAscii(lower) ? ascii : unicode) !== lower || domainToASCII(unicode) !== ascii) return undefined
  const labels = ascii.split('.')
  // RFC 6761: nobody has an address there; it stands for those who have none (access/phones.ts).
  if (labels.at(-1) === 'invalid') return undefined
  if (labels.length < 2 || !topLabel.test(labels.at(-1) ?? '')) return undefined
  if (!labels.every((label) => label.length <= longestLabel && asciiLabel.test(label))) return undefined
  return unicode.split('.').some((label) => mixesAlphabets(label) || label.startsWith('xn--')) ? undefined : ascii
}

/** Latin beside Cyrillic or Greek in one label is how "аcme" passes for "acme". */
function mixesAlphabets(label: string): boolean {
  return /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label)
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}
