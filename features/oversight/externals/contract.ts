import { oc } from '@orpc/contract'
import { z } from 'zod'
import { day, id, listOf, page, person } from '#platform/contract.ts'

const tags = ['Oversight']
const flag = z.stringbool().or(z.boolean()).default(false)

/** Which people from outside: all of them, less those to whom something asked for does not apply. */
const filter = {
  search: z.string().trim().max(100).optional(),
  /** Those that whoever asks answers for. Of the others administrators learn of all, whoever else works here of those they invited. */
  mine: flag,
  /** Who never came; whose sponsor is gone; whose time ends within two weeks; who is in five groups or more; who is in none. */
  never: flag,
  sponsorLeft: flag,
  expiring: flag,
  many: flag,
  none: flag,
  companyId: id.optional(),
  groupId: id.optional(),
}
/** The same by itself: whom an act is about. */
export const filters = z.strictObject(filter)
export type Filter = z.infer<typeof filters>

/** By name; who was here last first, or longest ago first; whose time ends first. */
const order = z.enum(['name', 'seen', 'unseen', 'until'])
export type Order = z.infer<typeof order>

const named = z.object({ id, name: z.string() })

/** Somebody from outside, as whoever oversees them sees them. Of groups stands here what the reader may know. */
const overseen = z.object({
  person,
  email: z.string(),
  /** Null where there is nobody. */
  sponsor: person.nullable(),
  sponsorLeft: z.boolean(),
  groups: z.object({ first: z.array(named), count: z.number().int() }),
  /** The first last day that will come; null where none was said. */
  until: day.nullable(),
  lastSeenAt: z.date().nullable(),
  /** Since when their address takes no letters; null while it does. */
  returnedAt: z.date().nullable(),
})
export type Overseen = z.infer<typeof overseen>

/** Where somebody from outside is, and how much of it is shared with them: counted with their own eyes. */
const stay = z.object({
  group: named,
  /** Whether whoever asks is in it, and so can open it. */
  opens: z.boolean(),
  role: z.enum(['owner', 'moderator', 'member']),
  since: z.date(),
  until: day.nullable(),
  lapsedAt: z.date().nullable(),
  archived: z.boolean(),
  isolation: z.enum(['open', 'company', 'staff', 'voice', 'readonly']),
  shares: z.object({ people: z.number().int(), posts: z.number().int(), tasks: z.number().int() }),
})
export type Stay = z.infer<typeof stay>

const overseenWhole = overseen.omit({ groups: true }).extend({
  position: z.string(),
  purpose: z.string(),
  createdAt: z.date(),
  /** Browsers in which they are signed in, and programs that act for them. */
  sessions: z.number().int(),
  tokens: z.number().int(),
  /** Whether whoever asks meets them somewhere, and so can open their profile. */
  opens: z.boolean(),
  stays: z.array(stay),
})
export type OverseenWhole = z.infer<typeof overseenWhole>

/** What a browser or a program may ask about people from outside whom one oversees (SEE-1). */
export const externalsContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/externals',
      tags,
      summary: 'People from outside: all for administrators, for others those they answer for or invited',
    })
    .input(z.strictObject({ ...filter, ...page, after: z.string().max(1000).optional(), order: order.default('name') }))
    .output(listOf(overseen)),
  count: oc
    .route({ method: 'GET', path: '/externals-count', tags, summary: 'How many of them match; counted up to 10 000' })
    .input(filters)
    .output(z.object({ count: z.number().int(), more: z.boolean() })),
  get: oc
    .route({
      method: 'GET',
      path: '/externals/{id}',
      tags,
      summary: 'One of them: where they are, until when, and what each group shares with them',
    })
    .input(z.strictObject({ id }))
    .output(overseenWhole),
  places: oc
    .route({
      method: 'GET',
      path: '/externals-places',
      tags,
      summary: 'Companies that people from outside belong to, or groups that they can be in, by name',
    })
    .input(
      z.strictObject({
        kind: z.enum(['company', 'group']),
        search: z.string().trim().max(100).optional(),
        /** Answered as well: what is chosen already. */
        besides: id.optional(),
      }),
    )
    .output(z.object({ items: z.array(named) })),
}
