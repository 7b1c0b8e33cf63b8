import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, listOf, page, person } from '#platform/contract.ts'

const tags = ['Comments']

/** What somebody said below a post, a task or anything else people talk about. The author is null to readers who may not know who it was. */
export const comment = z.object({ id, author: person.nullable(), text: z.string(), createdAt: z.date() })
export type Comment = z.infer<typeof comment>

/** What one types as a comment: plain text, lines kept. */
export const commentText = z.string().trim().min(1).max(20_000)

/** How comments are asked for: the first ones first, or the last ones first. */
export const commentsPage = { ...page, after: id.optional(), order: z.enum(['oldest', 'newest']).default('oldest') }

/** A page of comments. */
export const commentList = listOf(comment)

/** What a browser or a program may ask about comments, whatever they hang below: `threadId` is the id of the post or task. */
export const commentsContract = {
  list: oc
    .route({ method: 'GET', path: '/comments', tags, summary: 'What is said below a thing' })
    .input(z.strictObject({ threadId: id, ...commentsPage }))
    .output(commentList),
  add: oc
    .route({ method: 'POST', path: '/comments', tags, summary: 'Comment on a thing', successStatus: 201 })
    .input(z.strictObject({ threadId: id, text: commentText }))
    .output(comment),
}
