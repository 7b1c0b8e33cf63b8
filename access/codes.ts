import { randomInt } from 'node:crypto'

// Crockford's base 32: no letter in it is taken for a digit, or the other way round.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const perPart = 4

/** A code that people read and type, in parts of four characters; 20 random bits each. */
export const newCode = (parts: number): string =>
  Array.from({ length: parts }, () =>
    Array.from({ length: perPart }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-')

/** A code as it is compared, however it was typed. */
export const plainCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
