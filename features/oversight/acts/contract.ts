import { oc } from '@orpc/contract'
import { z } from 'zod'
import { day, id } from '#platform/contract.ts'
import { filters } from '../externals/contract.ts'

const tags = ['Oversight']

/** What is done to many people from outside at once. */
const kind = z.enum(['extend', 'remove', 'dismiss', 'sponsor'])
export type ActKind = z.infer<typeof kind>

/** To whom: those named, or all who match. What an act needs beside is said by its kind. */
const asked = z.strictObject({
  kind,
  ids: z.array(id).max(1000).optional(),
  matching: filters.optional(),
  /** The last day, for extending. */
  until: day.optional(),
  /** The group to take them out of; for extending, the only one in which they stay longer. */
  groupId: id.optional(),
  /** Who answers for them from then on. */
  sponsorId: id.optional(),
})
export type AskedAct = z.infer<typeof asked>

/** What an act would do: to how many it applies, in how many groups they are, where their time has run out already, and with how many browsers they are signed in. */
const preview = z.object({
  people: z.number().int(),
  touched: z.number().int(),
  stays: z.number().int(),
  ended: z.number().int(),
  sessions: z.number().int(),
})
export type ActPreview = z.infer<typeof preview>

/** Somebody with whom an act could not be done, and the rule that was in the way. */
const failure = z.object({
  personId: id,
  name: z.string(),
  company: z.string().optional(),
  code: z.string(),
  message: z.string(),
})
export type Failure = z.infer<typeof failure>

/** An act and how far it is. Of those that failed the first hundred are named. */
const act = z.object({
  id,
  kind,
  askedAt: z.date(),
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  failures: z.array(failure),
  finishedAt: z.date().nullable(),
})
export type Act = z.infer<typeof act>

/** What a browser or a program may ask about doing something to many people from outside at once (SEE-1). */
export const actsContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/externals-acts',
      tags,
      summary: 'What one did to many people at once, and how far it is',
    })
    .output(z.object({ items: z.array(act) })),
  preview: oc
    .route({
      method: 'POST',
      path: '/externals-acts/preview',
      tags,
      summary: 'What extending, removing, dismissing or another sponsor would do',
    })
    .input(asked)
    .output(preview),
  start: oc
    .route({
      method: 'POST',
      path: '/externals-acts',
      tags,
      summary: 'Extend, remove from a group, dismiss people from outside, or give them another sponsor',
      successStatus: 202,
    })
    .input(asked)
    .output(act),
}
