import { oc } from '@orpc/contract'
import { z } from 'zod'
import { from } from '#features/groups/contract.ts'
import { day, done, id, listOf, page, person } from '#platform/contract.ts'

const tags = ['Requests']

/** Somebody who asks to be a member of a group, or asked. */
export const request = z.object({
  id,
  groupId: id,
  /** Null where the reader may not know who it is. */
  person: person.nullable(),
  /** Of people from outside, for those who decide on them. */
  email: z.string().nullable(),
  /** Whoever invited them, though only others may; null where they asked for themselves. */
  invitedBy: person.nullable(),
  /** Until when they would be let in. */
  accessUntil: day.nullable(),
  since: z.date(),
  state: z.enum(['pending', 'approved', 'declined', 'withdrawn']),
  /** One's own. */
  mine: z.boolean(),
  /** Whether the person asking decides on it. */
  decides: z.boolean(),
})
export type Request = z.infer<typeof request>

/** What somebody in the lobby knows of what they wait for. */
export const waiting = z.object({
  /** As the letter said it. */
  groupName: z.string(),
  since: z.date(),
  state: z.enum(['waiting', 'approved']),
  /** The way in; null while they wait. */
  groupId: id.nullable(),
})
export type Waiting = z.infer<typeof waiting>

/** What a browser or a program may ask about requests. */
export const requestsContract = {
  list: oc
    .route({ method: 'GET', path: '/groups/{id}/requests', tags, summary: 'Who asks to be a member of a group' })
    .input(z.strictObject({ id, ...page }))
    .output(listOf(request)),
  ask: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/requests',
      tags,
      summary: 'Ask to be a member of a closed group',
      successStatus: 201,
    })
    .input(z.strictObject({ id }))
    .output(request),
  approve: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/approve',
      tags,
      summary: 'Let somebody who asks into the group',
      description:
        '`from` as when people are invited: what the first person from outside finds of what was written before.',
    })
    .input(z.strictObject({ id, from: from.optional() }))
    .output(request),
  decline: oc
    .route({ method: 'POST', path: '/requests/{id}/decline', tags, summary: 'Decline somebody who asks' })
    .input(z.strictObject({ id }))
    .output(request),
  withdraw: oc
    .route({ method: 'DELETE', path: '/requests/{id}', tags, summary: 'Take one’s own request back' })
    .input(z.strictObject({ id }))
    .output(done),
  lobby: oc
    .route({ method: 'GET', path: '/lobby', tags, summary: 'What one waits for' })
    .output(z.object({ items: z.array(waiting) })),
}
