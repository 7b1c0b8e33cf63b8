import { z } from 'zod'
import { kind } from '#events/kind.ts'

/** Somebody posted to a group. */
export const posted = kind('feed.posted', 'post', z.object({ groupId: z.uuid() }))
