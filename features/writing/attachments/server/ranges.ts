/** Both ends belong to it. */
interface Range {
  from: number
  to: number
}

/**
 * The one part of a content that is asked for (RFC 9110, section 14.2); null where all of it is to be sent: nothing was asked, several parts at once, what
 * cannot be, or a part of something else than what stands there.
 */
export function rangeOf(asked: Headers, { size, etag }: { size: number; etag: string }): Range | null {
  const unless = asked.get('if-range')
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked.get('range') ?? '') ?? []
  if ((unless !== null && unless !== etag) || (first === '' && last === '')) return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from <= to ? { from, to } : null
}
