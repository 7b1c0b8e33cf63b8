import { oc } from '@orpc/contract'
import { z } from 'zod'
import { laneName } from '#features/comments/contract.ts'
import { id, line, listOf, page, person } from '#platform/contract.ts'
import { post } from '../contract.ts'
import { yesOrNo } from '../reading/contract.ts'
import { tag } from '../tags/contract.ts'

/** What was found: a post, or a comment below one. */
const found = z.object({
  /** Of the post, or of the comment. */
  id,
  postId: id,
  /** Null where the post itself says it. */
  commentId: id.nullable(),
  group: post.shape.group,
  /** Who reads it, as for posts. */
  audience: post.shape.audience,
  lane: laneName.nullable(),
  /** Who said it; null to readers who may not know who it was. */
  author: person.nullable(),
  createdAt: z.date(),
  /** What it says around the first of the words, taken apart where what is looked for stands. */
  excerpt: z.array(z.object({ text: z.string(), found: z.boolean() })),
  /** How the post begins, where a comment below it was found. */
  below: z.string().nullable(),
})
export type FoundPiece = z.infer<typeof found>

/** What a browser or a program may look for in feeds. */
export const searchContract = {
  search: oc
    .route({
      method: 'GET',
      path: '/feed/search',
      tags: ['Feed'],
      summary:
        'Posts and comments in which all of some words stand, newest first: of one group, or of all that one reads',
    })
    .input(
      z.strictObject({
        ...page,
        limit: page.limit.default(20),
        after: id.optional(),
        /** Each by how it begins; in English and Russian whatever its ending. */
        words: line(200),
        group: id.optional(),
        /** Only what this person said. */
        person: id.optional(),
        /** Only posts that one has not read, and what is said below them. */
        unread: yesOrNo,
        favourites: yesOrNo,
        toConfirm: yesOrNo,
        /** Only posts with this tag, and what is said below them. */
        tag: tag.optional(),
      }),
    )
    .output(listOf(found)),
}
