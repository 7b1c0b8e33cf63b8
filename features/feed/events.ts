import { z } from 'zod'
import { kind } from '#events/kind.ts'

/** Somebody posted to a group. */
export const posted = kind('feed.posted', 'post', z.object({ groupId: z.uuid() }))
/** Somebody likes a post. */
export const liked = kind('feed.liked', 'post', z.object({}))
/** Somebody took their like back. */
export const unliked = kind('feed.unliked', 'post', z.object({}))
