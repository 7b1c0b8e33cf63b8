import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, moment } from '#platform/contract.ts'
import { post } from '../contract.ts'

const tags = ['Feed']

/** What a post is to the person asking, and to nobody else: read or not, a favourite; and whether it is pinned, and they may pin it. */
export const marks = z.object({
  unread: z.boolean(),
  favourite: z.boolean(),
  pinned: z.boolean(),
  mayPin: z.boolean(),
})
export type Marks = z.infer<typeof marks>

/** Beyond this many unread posts of a group nobody counts. */
export const mostUnread = 99

const settings = z.object({
  /** Expert mode: feeds are read without tasks. */
  hideTasks: z.boolean(),
})

const ofPost = z.strictObject({ id })

/** What a browser or a program may ask about what somebody keeps of feeds for themselves, and what is pinned. */
export const marksContract = {
  marks: oc
    .route({ method: 'GET', path: '/posts/{id}/marks', tags, summary: 'Whether a post is read, a favourite, pinned' })
    .input(ofPost)
    .output(marks),
  readPost: oc
    .route({ method: 'POST', path: '/posts/{id}/read', tags, summary: 'Say that one has read a post' })
    .input(z.strictObject({ id, upTo: moment.optional() }))
    .output(done),
  readAll: oc
    .route({
      method: 'POST',
      path: '/feed/read',
      tags,
      summary: 'Say that one has read the feed, of one group or all: all of it, or up to a moment',
    })
    .input(z.strictObject({ group: id.optional(), upTo: moment.optional() }))
    .output(done),
  unread: oc
    .route({
      method: 'GET',
      path: '/feed/unread',
      tags,
      summary: `How many posts one has not read, by group; counted to ${mostUnread + 1}`,
    })
    .input(z.strictObject({}).optional())
    .output(z.object({ count: z.number().int(), groups: z.array(z.object({ id, count: z.number().int() })) })),
  favour: oc
    .route({ method: 'POST', path: '/posts/{id}/favourite', tags, summary: 'Keep a post among one’s favourites' })
    .input(ofPost)
    .output(marks),
  unfavour: oc
    .route({ method: 'DELETE', path: '/posts/{id}/favourite', tags, summary: 'Keep it there no longer' })
    .input(ofPost)
    .output(marks),
  pin: oc
    .route({ method: 'POST', path: '/posts/{id}/pin', tags, summary: 'Pin a post on top of the feed of its group' })
    .input(ofPost)
    .output(marks),
  unpin: oc
    .route({ method: 'DELETE', path: '/posts/{id}/pin', tags, summary: 'Take it from there' })
    .input(ofPost)
    .output(marks),
  pins: oc
    .route({ method: 'GET', path: '/groups/{id}/pins', tags, summary: 'Posts that are pinned in a group' })
    .input(ofPost)
    .output(z.object({ items: z.array(post) })),
  settings: oc
    .route({ method: 'GET', path: '/me/feed', tags, summary: 'How one reads feeds' })
    .input(z.strictObject({}).optional())
    .output(settings),
  set: oc
    .route({ method: 'PATCH', path: '/me/feed', tags, summary: 'Read feeds with tasks or without' })
    .input(z.strictObject({ hideTasks: z.boolean() }))
    .output(settings),
}
