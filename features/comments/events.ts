import { z } from 'zod'
import { kind } from '#events/kind.ts'

/** Somebody commented. It is about the post or task itself, so `about` is told as the kind of the thread: post, task. */
export const commentAdded = kind('comments.added', 'thread', z.object({ threadId: z.uuid(), commentId: z.uuid() }))
