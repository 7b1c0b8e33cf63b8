import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, line, listOf, moment, page, person } from '#platform/contract.ts'

const tags = ['Feed']

/** So many options a poll has. */
const pollOptions = { least: 2, most: 20 }

/** A poll as it is asked for with a post. Until when is left out where it goes on until somebody ends it. */
export const newPoll = z.strictObject({
  question: line(500),
  options: z.array(line(200)).min(pollOptions.least).max(pollOptions.most),
  /** Whether one may choose several of them. */
  several: z.boolean().default(false),
  /** Nobody learns who chose what. A vote is final then, since nobody can find it again. */
  anonymous: z.boolean().default(false),
  endsAt: moment.optional(),
})
export type NewPoll = z.input<typeof newPoll>

/** A poll as its readers get it: counted is what the reader may know of. */
export const poll = z.object({
  question: z.string(),
  several: z.boolean(),
  anonymous: z.boolean(),
  /** When it ends or ended; null while nobody has said so. */
  endsAt: z.date().nullable(),
  ended: z.boolean(),
  /** In the order in which they were asked. `votes` is null where so few answered without their names that a number would be one. */
  options: z.array(z.object({ id, text: z.string(), votes: z.number().int().nullable(), mine: z.boolean() })),
  /** How many people voted. */
  voters: z.number().int(),
  /** Whether the person asking is one of them. */
  voted: z.boolean(),
  /** What they may do now. */
  may: z.object({ vote: z.boolean(), end: z.boolean() }),
})
export type Poll = z.infer<typeof poll>

/** What a browser or a program may ask about polls. A poll is made with its post, and comes with it. */
export const pollsContract = {
  vote: oc
    .route({
      method: 'POST',
      path: '/posts/{id}/poll/votes',
      tags,
      summary: 'Vote in a poll: for these options and no others; none takes a vote back that is not anonymous',
    })
    .input(z.strictObject({ id, options: z.array(id).max(pollOptions.most) }))
    .output(poll),
  votes: oc
    .route({
      method: 'GET',
      path: '/posts/{id}/poll/votes',
      tags,
      summary: 'Who chose an option of a poll that is not anonymous',
    })
    .input(z.strictObject({ id, optionId: id, ...page, after: id.optional() }))
    .output(listOf(z.object({ id, person: person.nullable() }))),
  endPoll: oc
    .route({ method: 'POST', path: '/posts/{id}/poll/end', tags, summary: 'End a poll now' })
    .input(z.strictObject({ id }))
    .output(poll),
}
