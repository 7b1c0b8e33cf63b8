import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, listOf, page, person } from '#platform/contract.ts'

const tags = ['Feed']

/** Asks whoever reads a post to confirm that they did. */
export const newAnnouncement = z.strictObject({})
export type NewAnnouncement = z.infer<typeof newAnnouncement>

/** Beyond this many confirmations nobody counts in a feed; the list of them does. */
export const mostConfirmed = 999

/** What is asked of the readers of an announcement, as the person asking is told. */
export const announcement = z.object({
  /** Whether they are asked: everybody but whoever wrote it, as long as something can be said there. */
  asked: z.boolean(),
  /** When they confirmed. */
  confirmedAt: z.date().nullable(),
  /** How many have, up to one more than are counted; told to whoever wrote it and to those who work here and manage the group, to others null. */
  confirmed: z.number().int().nullable(),
})
export type Announcement = z.infer<typeof announcement>

/** Who has confirmed, or who has not yet, and how many of both there are. */
const confirmations = z.object({
  ...listOf(z.object({ person: person.nullable(), at: z.date().nullable() })).shape,
  confirmed: z.number().int(),
  waiting: z.number().int(),
  /** When those who have not were reminded last. */
  remindedAt: z.date().nullable(),
})
export type Confirmations = z.infer<typeof confirmations>

/** What a browser or a program may ask about announcements. */
export const announcementsContract = {
  confirm: oc
    .route({
      method: 'POST',
      path: '/posts/{id}/confirm',
      tags,
      summary: 'Confirm to its author that one has read an announcement',
    })
    .input(z.strictObject({ id }))
    .output(announcement),
  confirmations: oc
    .route({
      method: 'GET',
      path: '/posts/{id}/confirmations',
      tags,
      summary: 'Who has confirmed an announcement, or has not yet; for its author and whoever manages the group',
    })
    .input(z.strictObject({ ...page, id, after: id.optional(), of: z.enum(['confirmed', 'waiting']) }))
    .output(confirmations),
  remind: oc
    .route({
      method: 'POST',
      path: '/posts/{id}/reminders',
      tags,
      summary: 'Remind those who have not confirmed an announcement, once a day',
    })
    .input(z.strictObject({ id }))
    .output(z.object({ remindedAt: z.date() })),
}
