import { oc } from '@orpc/contract'
import { z } from 'zod'
import { laneName } from '#features/comments/contract.ts'
import { id, listOf, page, person } from '#platform/contract.ts'
import { groupOfPost, post } from '../contract.ts'
import { tag } from '../tags/contract.ts'
import { marks } from '../marks/contract.ts'

const tags = ['Feed']

/** A switch, as an address spells it or a program. */
export const yesOrNo = z.stringbool().or(z.boolean()).default(false)

/** What happened elsewhere in a group: tasks that somebody set, people who came. What is named of it is what the reader sees, and so is the count. */
export const entry = z.object({
  /** The kind of what happened, as events call it: `tasks.created`. */
  kind: z.string(),
  group: groupOfPost,
  audience: post.shape.audience,
  lane: laneName.nullable(),
  /** Who did it; null to readers who may not know. */
  actor: person.nullable(),
  /** When the last of them happened. */
  at: z.date(),
  /** How many there are. */
  count: z.number().int(),
  /** The first few of them: things by their titles, or people. */
  things: z.array(z.object({ id, name: z.string() })),
  people: z.array(person),
})
export type Entry = z.infer<typeof entry>

/** One piece of a feed: a post, or an entry. The id is its place in the feed, and is another one once something new happened to it. */
const feedItem = z.object({
  id,
  /** The same as long as it is the same piece: the id of the post, or of the first that an entry tells of. */
  key: id,
  /** Whether the last that happened to it was done by the person asking. */
  mine: z.boolean(),
  post: post.nullable(),
  entry: entry.nullable(),
  /** What a post is to the person asking. */
  marks: marks.nullable(),
})
export type FeedItem = z.infer<typeof feedItem>

/** What a browser or a program may ask about feeds as they are read. */
export const readingContract = {
  items: oc
    .route({
      method: 'GET',
      path: '/feed',
      tags,
      summary:
        'The feed, newest activity first: posts, and what happened elsewhere; of one group, or of all that one reads',
    })
    .input(
      z.strictObject({
        ...page,
        after: id.optional(),
        group: id.optional(),
        /** Only posts, only what is told of tasks, or only who came. */
        kind: z.enum(['posts', 'tasks', 'people']).optional(),
        /** Without tasks or with them; left out, as the person asking has set it. */
        hide: z.enum(['tasks', 'nothing']).optional(),
        /** Only posts that one has not read. */
        unread: yesOrNo,
        favourites: yesOrNo,
        /** Only announcements that one is asked to confirm and has not. */
        toConfirm: yesOrNo,
        /** Only posts of this person. */
        person: id.optional(),
        /** Only this post, if it stands there. */
        post: id.optional(),
        /** Only posts with this tag, however it is written. */
        tag: tag.optional(),
      }),
    )
    .output(listOf(feedItem)),
}
