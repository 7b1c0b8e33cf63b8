import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, listOf, page, person } from '#platform/contract.ts'
import { attachment, attachmentIds, draftSent, unread } from '#features/writing/contract.ts'
import { draftsContract } from './drafts/contract.ts'
import { laneName } from './lanes/contract.ts'
import { emojisContract, reactedList, reactedPage, reaction, reactionChoice } from './reactions/contract.ts'

export { laneName, type LaneName } from './lanes/contract.ts'
export { reactedList, reactedPage, reaction, reactionChoice, type ReactionKind } from './reactions/contract.ts'

/** For whom among those who read a thing a comment is: all of them, the team, or one lane. */
export const commentFor = { audience: z.enum(['everyone', 'team']).default('everyone'), laneId: id.optional() }

const tags = ['Comments']

/** What somebody said below a post, a task or anything else people talk about. The author is null to readers who may not know who it was. */
export const comment = z.object({
  id,
  author: person.nullable(),
  /** Empty when it is deleted: then it only holds its replies together, and says nothing of who wrote it. */
  text: z.string(),
  /** Where in the text people are mentioned whom the reader may know; others stand there as “@…”. */
  mentions: z.array(z.object({ at: z.number().int(), length: z.number().int(), person })),
  attachments: z.array(attachment),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  deletedAt: z.date().nullable(),
  /** The comment that it replies to. */
  commentId: id.nullable(),
  /** How many reply to it. */
  replies: z.number().int(),
  /** Words of another comment that it answers. The author is null as elsewhere; all of it is null to whoever does not read that comment. */
  quote: z.object({ commentId: id.nullable(), author: person.nullable(), text: z.string() }).nullable(),
  may: z.object({ edit: z.boolean(), remove: z.boolean() }),
  /** Told to those who work here where fewer read the comment than the thing: the team only, or the team and one lane. */
  apart: z.object({ audience: z.enum(['team', 'lane']), lane: laneName.nullable() }).nullable(),
  reactions: z.array(reaction),
})
export type Comment = z.infer<typeof comment>

/** What one types as a comment: plain text, lines kept, and no words only where files are sent. Somebody is mentioned by their id: `@[0198c0de-0000-7000-8000-0123456789ab]`. */
export const commentText = z.string().trim().max(20_000)

/** How comments are asked for: the first ones first, or the last ones first. */
export const commentsPage = { ...page, after: id.optional(), order: z.enum(['oldest', 'newest']).default('oldest') }

/** A page of comments. */
export const commentList = listOf(comment)

/** A comment that replies to none, with the last replies to it, in the order in which they were said. */
const strand = comment.extend({ latest: z.array(comment) })
export type Strand = z.infer<typeof strand>

/** What belongs to a comment beside its words: which one it replies to, and which words of another it quotes. */
export const commentAbout = {
  attachmentIds: attachmentIds.optional(),
  commentId: id.optional(),
  quotedId: id.optional(),
  quote: z.string().trim().min(1).max(2_000).optional(),
  unread,
  draft: draftSent,
}

const commentVersion = z.object({ text: z.string(), attachments: z.array(attachment), writtenAt: z.date() })

/** What a browser or a program may ask about comments, whatever they hang below: `threadId` is the id of the post or task. */
export const commentsContract = {
  list: oc
    .route({ method: 'GET', path: '/comments', tags, summary: 'What is said below a thing' })
    .input(z.strictObject({ threadId: id, commentId: id.optional(), ...commentsPage }))
    .output(commentList),
  conversation: oc
    .route({
      method: 'GET',
      path: '/conversations',
      tags,
      summary:
        'What is said below a thing as a conversation: comments that reply to none, the last first, with their last replies',
    })
    .input(
      z.strictObject({
        threadId: id,
        ...page,
        after: id.optional(),
        order: z.enum(['oldest', 'newest']).default('newest'),
      }),
    )
    /** `total` is how many comments there are that reply to none. */
    .output(listOf(strand).extend({ total: z.number().int() })),
  get: oc
    .route({ method: 'GET', path: '/comments/{id}', tags, summary: 'One comment' })
    .input(z.strictObject({ id }))
    .output(comment),
  add: oc
    .route({ method: 'POST', path: '/comments', tags, summary: 'Comment on a thing', successStatus: 201 })
    .input(z.strictObject({ threadId: id, text: commentText, ...commentFor, ...commentAbout }))
    .output(comment),
  edit: oc
    .route({
      method: 'PATCH',
      path: '/comments/{id}',
      tags,
      summary: 'Change what one’s own comment says; files that are not named stay',
    })
    .input(
      z.strictObject({
        id,
        text: commentText,
        attachmentIds: attachmentIds.optional(),
        unread,
      }),
    )
    .output(comment),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/comments/{id}',
      tags,
      summary: 'Delete a comment; for a minute it can be put back',
    })
    .input(z.strictObject({ id }))
    .output(done),
  restore: oc
    .route({
      method: 'POST',
      path: '/comments/{id}/restore',
      tags,
      summary: 'Put back a comment that one has just deleted',
    })
    .input(z.strictObject({ id }))
    .output(comment),
  versions: oc
    .route({
      method: 'GET',
      path: '/comments/{id}/versions',
      tags,
      summary: 'What a comment said before it was edited',
    })
    .input(z.strictObject({ id }))
    .output(z.object({ items: z.array(commentVersion) })),
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
  ...draftsContract,
}
