import { z } from 'zod'
import { kind } from '#events/kind.ts'

/** Somebody commented. It is about the post or task itself, so `about` is told as the kind of the thread: post, task. */
export const commentAdded = kind('comments.added', 'thread', z.object({ threadId: z.uuid(), commentId: z.uuid() }))

const comment = z.object({ threadId: z.uuid(), commentId: z.uuid() })
/** Somebody changed what their comment says. About the post or task itself, like all of these. */
export const commentEdited = kind('comments.edited', 'thread', comment.extend({ versionId: z.uuid().optional() }))
/** A comment was taken away; for a minute whoever did so can put it back. */
export const commentDeleted = kind('comments.deleted', 'thread', comment)
/** It was put back. */
export const commentRestored = kind('comments.restored', 'thread', comment)

const reaction = z.object({ threadId: z.uuid(), commentId: z.uuid().nullable() })
/** Somebody reacted to a thing, or to a comment below it. It is about the post or task itself, told as the kind of the thread. */
export const reactedTo = kind('comments.reacted', 'thread', reaction)
/** Somebody took a reaction back. */
export const reactionTaken = kind('comments.reactionTaken', 'thread', reaction)
