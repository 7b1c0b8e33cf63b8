import type { OpenedLetter } from './parse.ts'

/** Stands in every letter that leaves; one that comes back with it is our own. */
export const ownHeader = 'X-Loggia'

/**
 * Whether a letter was written by a machine, by the signs that machines give (RFC 3834, RFC 5230, RFC 2919 and what mail programs do beside them):
 * answers to absence, bounces, lists, our own. Nothing answers such a letter.
 */
export function isByMachine(
  { headers, from }: Pick<OpenedLetter, 'headers' | 'from'>,
  envelopeFrom: string | null,
): boolean {
  const first = (name: string): string => headers.get(name)?.[0]?.toLowerCase() ?? ''
  const word = (name: string): string => /^[\w-]*/.exec(first(name))?.[0] ?? ''
  return (
    envelopeFrom === '' ||
    headers.has(ownHeader.toLowerCase()) ||
    (headers.has('auto-submitted') && word('auto-submitted') !== 'no') ||
    ['bulk', 'list', 'junk', 'auto_reply'].includes(word('precedence')) ||
    machineHeaders.some((name) => headers.has(name)) ||
    /^(multipart\/report|message\/(delivery-status|disposition-notification))\b/.test(first('content-type')) ||
    from.some((address) => /^(mailer-daemon|postmaster)@/i.test(address))
  )
}

const machineHeaders = [
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'list-id',
  'list-unsubscribe',
  'x-failed-recipients',
]
