import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** A name that leads to an address which is not out in the internet. */
export class LeadsInside extends Error {
  override name = 'LeadsInside'
}

/**
 * Whether an address that a browser says can be one of a push service: https on its own port, a name and no number, nothing hidden in front of it.
 * Where the name leads is asked when something is sent (`outsideOnly`).
 */
export function isPushPlace(text: string): boolean {
  const url = URL.parse(text)
  if (!url || url.protocol !== 'https:' || url.port || url.username || url.password) return false
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return !isIP(host) && /^[^.]+(\.[^.]+)+$/.test(host) && !/\.(local|localhost|internal|home|lan|arpa)$/.test(host)
}

/** Of IPv6 nothing else is given out in the internet (RFC 4291, section 2.4; IANA). */
const given: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/** Whether an address is out in the internet: not of this machine, a private or link-local network, or set aside for anything else. */
export function isOutside(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(...given))
}

/** Looks a name up as always and refuses what leads inside. It is asked for the very connection that follows, so that no second answer can come between. */
export const outsideOnly: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error || !first) answer(error ?? new Error('The name has no address.'), '')
    else if (!addresses.every(({ address }) => isOutside(address)))
      answer(new LeadsInside('The name leads to an address inside.'), '')
    else if (options.all) answer(null, addresses)
    else answer(null, first.address, first.family)
  })
}
