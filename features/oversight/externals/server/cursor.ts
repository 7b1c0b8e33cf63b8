import { z } from 'zod'
import { invalid } from '#access/errors.ts'

/** Where a page ended: what its last row was ordered by (null where it has no such thing) and whose row it was. */
const place = z.tuple([z.string().nullable(), z.uuid()])
export type Place = z.infer<typeof place>

/** A place as the answer names it. */
export const cursorAt = (at: Place): string => Buffer.from(JSON.stringify(at)).toString('base64url')

/** The place that a page begins after; null at the beginning. */
export function readCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw invalid('after', 'Give what the page before answered as next.')
  }
}
