import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, listOf, page, person } from '#platform/contract.ts'
import { happenings, type Happening } from './kinds/contract.ts'
import { pushContract } from './push/contract.ts'
import { settingsContract } from './settings/contract.ts'

const tags = ['Notices']

/** What somebody is told of one thing: the same that happened to it several times is one. */
const notice = z.object({
  id,
  happened: z.enum(Object.keys(happenings) as [Happening, ...Happening[]]),
  about: z.object({ kind: z.string(), id, title: z.string(), path: z.string() }),
  group: z.object({ id, name: z.string(), external: z.boolean(), voice: z.boolean() }).nullable(),
  /** Who did it last; null to readers who may not know who it was. */
  person: person.nullable(),
  /** How many more did the same. */
  others: z.number().int(),
  /** How what was said last begins. */
  said: z.string().nullable(),
  /** Told to those who work here: what was said is for the team alone. */
  team: z.boolean(),
  at: z.date(),
  unread: z.boolean(),
})
export type Notice = z.infer<typeof notice>

const listed = z.strictObject({ ...page, after: id.optional(), unread: z.stringbool().or(z.boolean()).default(false) })
export type ListedNotices = z.output<typeof listed>

/** Whether somebody asked to be told of a thing or a group, asked not to be, or left it as it is; and what that comes to. */
const following = z.object({
  state: z.enum(['usual', 'followed', 'muted']),
  /** Whether they are told of what is said there as it stands. */
  told: z.boolean(),
  /** What they are told of it and have not read. */
  unread: z.array(id),
})
export type Following = z.infer<typeof following>
const followed = z.strictObject({ id, state: following.shape.state })

/** What a browser or a program may ask about notices. Everybody has their own alone. */
export const noticesContract = {
  ...pushContract,
  ...settingsContract,
  list: oc
    .route({
      method: 'GET',
      path: '/notices',
      tags,
      summary: 'What one is told, newest first; the same of one thing together',
    })
    .input(listed)
    .output(listOf(notice)),
  get: oc
    .route({ method: 'GET', path: '/notices/{id}', tags, summary: 'A notice, with all before it of the same' })
    .input(z.strictObject({ id }))
    .output(notice),
  count: oc
    .route({
      method: 'GET',
      path: '/notices/count',
      tags,
      summary: 'How many notices one has not read, counted up to 99',
    })
    .input(z.strictObject({}).optional())
    .output(z.object({ unread: z.number().int() })),
  read: oc
    .route({
      method: 'POST',
      path: '/notices/read',
      tags,
      summary: 'Mark notices as read: those named with all before of the same, or all',
    })
    .input(z.strictObject({ ids: z.array(id).max(200).optional() }))
    .output(z.object({ read: z.number().int() })),
  thread: oc
    .route({
      method: 'GET',
      path: '/threads/{id}/follow',
      tags,
      summary: 'Whether one follows a post or a task, or has muted it',
    })
    .input(z.strictObject({ id }))
    .output(following),
  followThread: oc
    .route({
      method: 'PUT',
      path: '/threads/{id}/follow',
      tags,
      summary: 'Follow a post or a task, mute it, or leave it as usual',
    })
    .input(followed)
    .output(following),
  group: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/follow',
      tags,
      summary: 'Whether one is told of new posts in a group, or has muted it',
    })
    .input(z.strictObject({ id }))
    .output(following),
  followGroup: oc
    .route({
      method: 'PUT',
      path: '/groups/{id}/follow',
      tags,
      summary: 'Be told of new posts in a group, mute it, or leave it as usual',
    })
    .input(followed)
    .output(following),
}
