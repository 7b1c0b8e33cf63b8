import { ORPCError } from '@orpc/server'

/** Hidden and missing are one answer, byte for byte. */
export const notFound = (): ORPCError<'NOT_FOUND', undefined> =>
  new ORPCError('NOT_FOUND', { message: 'There is no such thing here.' })

/** Nobody is signed in, or no longer. */
export const notSignedIn = (): ORPCError<'UNAUTHORIZED', undefined> =>
  new ORPCError('UNAUTHORIZED', { message: 'Sign in first.' })

/**
 * A rule of the product says no, to somebody who may know the rule.
 * `rule` is a word in capitals that screens translate (GROUP_CLOSED_TO_EXTERNALS); `message` says in English what the rule is and who can change it, and `data` what of one's own asking it is about.
 */
export const refused = (rule: string, message: string, data?: object): ORPCError<string, object | undefined> =>
  new ORPCError(rule, { status: 403, message, ...(data ? { data } : {}) })

/** What was sent cannot be taken. `field` is the name of the input it is about. */
export const invalid = (
  field: string,
  message: string,
): ORPCError<'INVALID', { issues: { path: string[]; message: string }[] }> =>
  new ORPCError('INVALID', { status: 400, message, data: { issues: [{ path: [field], message }] } })

/** The row, or the one answer for hidden and missing. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw notFound()
  return row
}
