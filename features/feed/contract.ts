import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  comment,
  commentFor,
  commentList,
  commentsPage,
  commentText,
  laneName,
  reactedList,
  reactedPage,
  reaction,
  reactionChoice,
} from '#features/comments/contract.ts'
import { id, listOf, page, person } from '#platform/contract.ts'

const tags = ['Feed']

const audience = z.enum(['everyone', 'team'])

/** A post as its readers get it. The author is null to readers who may not know who it was. */
export const post = z.object({
  id,
  group: z.object({ id, name: z.string(), external: z.boolean(), voice: z.boolean(), archived: z.boolean() }),
  /** `lane` is told to those who work here: the team and those kept apart in `lane` read it. To them it is everyone. */
  audience: z.enum(['everyone', 'team', 'lane']),
  lane: laneName.nullable(),
  author: person.nullable(),
  text: z.string(),
  createdAt: z.date(),
  reactions: z.array(reaction),
  /** How many there are. */
  comments: z.number(),
})
export type Post = z.infer<typeof post>

/** What a browser or a program may ask about posts. */
export const feedContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/posts',
      tags,
      summary: 'Posts, newest first: of one group, or of all that one reads',
    })
    .input(z.strictObject({ ...page, after: id.optional(), group: id.optional() }))
    .output(listOf(post)),
  add: oc
    .route({ method: 'POST', path: '/posts', tags, summary: 'Post to a group one is in', successStatus: 201 })
    .input(
      z.strictObject({
        groupId: id,
        text: z.string().trim().min(1).max(20_000),
        audience: audience.default('everyone'),
        laneId: id.optional(),
      }),
    )
    .output(post),
  get: oc
    .route({ method: 'GET', path: '/posts/{id}', tags, summary: 'One post' })
    .input(z.strictObject({ id }))
    .output(post),
  react: oc
    .route({ method: 'POST', path: '/posts/{id}/reactions', tags, summary: 'React to a post' })
    .input(z.strictObject({ id, ...reactionChoice }))
    .output(post),
  takeReaction: oc
    .route({ method: 'DELETE', path: '/posts/{id}/reactions', tags, summary: 'Take a reaction to a post back' })
    .input(z.strictObject({ id, ...reactionChoice }))
    .output(post),
  reactions: oc
    .route({ method: 'GET', path: '/posts/{id}/reactions', tags, summary: 'Who reacted to a post' })
    .input(z.strictObject({ id, ...reactedPage }))
    .output(reactedList),
  comments: oc
    .route({ method: 'GET', path: '/posts/{id}/comments', tags, summary: 'What is said below a post' })
    .input(z.strictObject({ id, ...commentsPage }))
    .output(commentList),
  addComment: oc
    .route({ method: 'POST', path: '/posts/{id}/comments', tags, summary: 'Comment on a post', successStatus: 201 })
    .input(z.strictObject({ id, text: commentText, ...commentFor }))
    .output(comment),
}
