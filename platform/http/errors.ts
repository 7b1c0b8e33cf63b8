import { ORPCError, ValidationError } from '@orpc/server'
import { postgresCode } from '../database/failure.ts'
import type { Log } from '../log.ts'

const faster = {
  code: 'CONFLICT',
  status: 409,
  message: 'This exists already, or somebody was faster. Look again and retry.',
}

/** What PostgreSQL refuses, and what a person hears of it. Names of constraints and tables never leave. */
const refusals: Record<string, { code: string; status: number; message: string }> = {
  '23505': faster,
  // Two who waited for one another, of whom one had to give way: nothing of theirs was done.
  '40P01': faster,
  '40001': faster,
  '23503': { code: 'NOT_FOUND', status: 404, message: 'There is no such thing here.' },
  '23514': { code: 'INVALID', status: 400, message: 'This value is not possible here.' },
  '22P02': { code: 'INVALID', status: 400, message: 'This value is not possible here.' },
  // A NUL character in a text.
  '22021': { code: 'INVALID', status: 400, message: 'This value is not possible here.' },
  '42501': { code: 'NOT_FOUND', status: 404, message: 'There is no such thing here.' },
  '28000': { code: 'UNAUTHORIZED', status: 401, message: 'Sign in first.' },
  '57014': { code: 'TIMEOUT', status: 503, message: 'This took too long. Try again, or ask for less at once.' },
}

/** The one place where whatever went wrong becomes what the outside may hear. */
export function outwardError(error: unknown, log: Log, requestId: string): ORPCError<string, unknown> {
  if (isOutward(error))
    return error.cause instanceof ValidationError && error.code === 'BAD_REQUEST' ? badInput(error.cause) : error
  if (error instanceof SyntaxError) return new ORPCError('INVALID', { status: 400, message: 'The body is not JSON.' })
  const code = postgresCode(error)
  const refusal = code === undefined ? undefined : refusals[code]
  if (refusal) {
    log.info({ error, id: requestId }, 'the database refused')
    return new ORPCError(refusal.code, { status: refusal.status, message: refusal.message })
  }
  log.error({ error, id: requestId }, 'a request failed')
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: `Something went wrong here. Say this number to your administrator: ${requestId}`,
  })
}

const isOutward = (error: unknown): error is ORPCError<string, unknown> => error instanceof ORPCError

function badInput(failure: ValidationError): ORPCError<string, unknown> {
  const issues = failure.issues.map((issue) => ({
    path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)),
    message: issue.message,
  }))
  const [first] = issues
  const where = first?.path.length ? `${first.path.join('.')}: ` : ''
  return new ORPCError('INVALID', {
    status: 400,
    message: `${where}${first?.message ?? 'This cannot be taken.'}`,
    data: { issues },
  })
}
