import type { EventAnswer } from '../contract.ts'

/** What one can say, in the order in which it is offered. */
export const eventAnswers = ['yes', 'maybe', 'no'] as const satisfies EventAnswer[]
