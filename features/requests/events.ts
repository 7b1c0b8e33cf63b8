import { z } from 'zod'
import { kind } from '#events/kind.ts'

/** Somebody asks to be a member. Stands with the group's team. */
export const requestMade = kind('requests.made', 'request', z.object({}))
/** A request was approved, declined or taken back. Stands with the group's team. */
export const requestDecided = kind('requests.decided', 'request', z.object({ state: z.string() }))
/** The same for whoever asked, among their own things: they may not know of the team. */
export const requestAnswered = kind('requests.answered', 'request', z.object({}))
