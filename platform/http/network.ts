import { normalizeIP } from '@fastify/rate-limit'

/**
 * Whose doing it is, for whatever is limited by network address. An IPv6 address counts by its first 64 bits: the rest is an interface identifier
 * that its holder chooses (RFC 4291, 2.5.4), and whoever gets a network gets at least so much of it (RFC 6177). IPv4 counts whole, written into IPv6 too.
 */
export const networkOf = (address: string): string => normalizeIP(address, 64)
