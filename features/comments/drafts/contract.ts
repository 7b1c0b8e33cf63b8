import { oc } from '@orpc/contract'
import { z } from 'zod'
import { draftAsked, draftFrame, draftKept } from '#features/writing/contract.ts'
import { done, id, person } from '#platform/contract.ts'
import { laneName } from '../lanes/contract.ts'

/** What stands beside the words of a draft, as it is kept. */
export const besideComment = z.strictObject({
  /** For whom among those who read the thing it is; left out where that was not chosen. */
  address: z.strictObject({ audience: z.enum(['everyone', 'team']), laneId: id.optional() }).optional(),
  /** Words of a comment that it quotes. */
  quote: z.strictObject({ commentId: id, text: z.string().min(1).max(2_000) }).optional(),
})
export type BesideComment = z.output<typeof besideComment>

/** A comment that is begun, as its writer gets it: named are those alone whom they may know now. */
const commentDraft = draftFrame.extend({
  text: z.string(),
  mentions: z.array(z.object({ person })),
  address: z.object({ audience: z.enum(['everyone', 'team']), lane: laneName.nullable() }).nullable(),
  /** Null too where the comment is not there for them any more. */
  quote: z.object({ commentId: id, author: person.nullable(), text: z.string() }).nullable(),
})
export type CommentDraft = z.infer<typeof commentDraft>

const tags = ['Drafts']
const of = { threadId: id, commentId: id.optional() }

/** What a browser or a program may ask about comments that are begun: one below each thing, and one in reply to each comment. */
export const draftsContract = {
  draft: oc
    .route({ method: 'GET', path: '/drafts/comment', tags, summary: 'The comment that one has begun below a thing' })
    .input(z.strictObject(of))
    .output(z.object({ draft: commentDraft.nullable() })),
  keepDraft: oc
    .route({
      method: 'PUT',
      path: '/drafts/comment',
      tags,
      summary: 'Keep the comment that one is writing: “began” is the version it began from, null where there was none',
    })
    .input(
      z.strictObject({
        ...of,
        text: z.string().max(20_000),
        ...draftAsked,
        beside: besideComment.default({}),
      }),
    )
    .output(draftKept),
  throwDraft: oc
    .route({ method: 'DELETE', path: '/drafts/comment', tags, summary: 'Throw away the comment that one has begun' })
    .input(z.strictObject({ ...of, began: id.optional() }))
    .output(done),
}
