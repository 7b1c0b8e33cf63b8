import { api } from '#ui/api.ts'
import type { calendarEventsContract } from '../contract.ts'

/** The calls of what posts invite to. */
export const calendarEvents = api<typeof calendarEventsContract>('feed')
