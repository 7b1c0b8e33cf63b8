import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, listOf, page, person } from '#platform/contract.ts'
import { emojisContract, reactedList, reactedPage, reaction, reactionChoice } from './reactions/contract.ts'

export { reactedList, reactedPage, reaction, reactionChoice, type ReactionKind } from './reactions/contract.ts'

/** Those from outside who are kept apart from others: a company or a person (GRP-7). */
export const laneName = z.object({ id, name: z.string() })
export type LaneName = z.infer<typeof laneName>

/** For whom among those who read a thing a comment is: all of them, the team, or one lane. */
export const commentFor = { audience: z.enum(['everyone', 'team']).default('everyone'), laneId: id.optional() }

const tags = ['Comments']

/** What somebody said below a post, a task or anything else people talk about. The author is null to readers who may not know who it was. */
export const comment = z.object({
  id,
  author: person.nullable(),
  text: z.string(),
  createdAt: z.date(),
  /** Told to those who work here where fewer read the comment than the thing: the team only, or the team and one lane. */
  apart: z.object({ audience: z.enum(['team', 'lane']), lane: laneName.nullable() }).nullable(),
  reactions: z.array(reaction),
})
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
    .input(z.strictObject({ threadId: id, text: commentText, ...commentFor }))
    .output(comment),
  react: oc
    .route({ method: 'POST', path: '/comments/{id}/reactions', tags, summary: 'React to a comment' })
    .input(z.strictObject({ id, ...reactionChoice }))
    .output(comment),
  takeReaction: oc
    .route({ method: 'DELETE', path: '/comments/{id}/reactions', tags, summary: 'Take a reaction to a comment back' })
    .input(z.strictObject({ id, ...reactionChoice }))
    .output(comment),
  reactions: oc
    .route({ method: 'GET', path: '/comments/{id}/reactions', tags, summary: 'Who reacted to a comment' })
    .input(z.strictObject({ id, ...reactedPage }))
    .output(reactedList),
  emojis: emojisContract,
}
