import { oc } from '@orpc/contract'
import { z } from 'zod'
import { laneName } from '#features/comments/contract.ts'
import { draftAsked, draftFrame, draftKept, mentions, shownDocument, written } from '#features/writing/contract.ts'
import { done, id, person } from '#platform/contract.ts'
import { addresseeAsked, mostAddressees, reached } from '../addressing/contract.ts'
import { badges } from '../appreciations/contract.ts'

const words = (longest: number) => z.string().max(longest)
/** As a field for days and times writes it, or the beginning of that. */
const typed = words(40)

/** What is added to a post, as far as it is filled in. */
const additionsWith = <People extends z.ZodType>(people: People) =>
  z
    .strictObject({
      poll: z.strictObject({
        question: words(1000),
        options: z.array(words(500)).max(30),
        several: z.boolean(),
        anonymous: z.boolean(),
        until: typed,
      }),
      calendarEvent: z.strictObject({
        title: words(500),
        place: words(500),
        allDay: z.boolean(),
        starts: typed,
        ends: typed,
        firstDay: typed,
        lastDay: typed,
      }),
      appreciation: z.strictObject({ badge: z.enum(badges), people }),
      announcement: z.strictObject({}),
      tags: z.array(words(100)).max(30),
    })
    .partial()

/** For whom of its group it is, where that was chosen. */
const address = z.strictObject({ audience: z.enum(['everyone', 'team']), laneId: id.optional() })

/** What stands beside the words of a draft, as it is kept: ids, and no name of anybody. */
export const besidePost = z.strictObject({
  /** Whom it is for; left out where that is as its composer begins. */
  to: z.array(addresseeAsked).max(mostAddressees).optional(),
  address: address.optional(),
  additions: additionsWith(z.array(id).max(30)).default({}),
})
export type BesidePost = z.output<typeof besidePost>

/** The same as it is asked for. `lost` leaves those in it who were chosen before and cannot be written to now. */
const besideAsked = besidePost.extend({ lost: z.boolean().default(false) })
export type BesideAsked = z.output<typeof besideAsked>

/** A post that is begun, as its writer gets it: named are those alone whom they may know now. */
const postDraft = draftFrame.extend({
  text: z.string(),
  document: shownDocument.nullable(),
  mentions,
  /** Whom it is for; null as its composer begins. */
  to: z.array(reached).nullable(),
  address: z.object({ audience: z.enum(['everyone', 'team']), lane: laneName.nullable() }).nullable(),
  additions: additionsWith(z.array(person)),
  /** Whom it was for and cannot be sent to any more: those whom the writer still knows, and how many others. */
  lost: z.object({ to: z.array(reached), others: z.number().int() }),
})
export type PostDraft = z.infer<typeof postDraft>

const tags = ['Drafts']
const of = { groupId: id.optional() }

/** What a browser or a program may ask about posts that are begun: one on the page of each group, and one that begins with no group. */
export const draftsContract = {
  draft: oc
    .route({ method: 'GET', path: '/drafts/post', tags, summary: 'The post that one has begun' })
    .input(z.strictObject(of))
    .output(z.object({ draft: postDraft.nullable() })),
  keepDraft: oc
    .route({
      method: 'PUT',
      path: '/drafts/post',
      tags,
      summary: 'Keep the post that one is writing: “began” is the version it began from, null where there was none',
    })
    .input(
      z.strictObject({
        ...of,
        text: words(20_000).optional(),
        document: written.optional(),
        ...draftAsked,
        beside: besideAsked.default({ additions: {}, lost: false }),
      }),
    )
    .output(draftKept),
  throwDraft: oc
    .route({ method: 'DELETE', path: '/drafts/post', tags, summary: 'Throw away the post that one has begun' })
    .input(z.strictObject({ ...of, began: id.optional() }))
    .output(done),
}
