import { ORPCError } from '@orpc/client'

/** Whether a sign-in stopped half-way because a second factor is asked for. */
export const isSecondFactorAsked = (error: unknown): boolean =>
  error instanceof ORPCError && error.code === 'SECOND_FACTOR_ASKED'
