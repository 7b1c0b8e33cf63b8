import { ORPCError } from '@orpc/client'

/** Whether a sign-in stopped half-way because a second factor is asked for. */
export const isSecondFactorAsked = (error: unknown): boolean =>
  error instanceof ORPCError && error.code === 'SECOND_FACTOR_ASKED'

/** Where it goes on; `to` is where the person wanted to go. */
export const secondFactorStep = (to = ''): string => `/sign-in?way=code${to ? `&to=${encodeURIComponent(to)}` : ''}`
