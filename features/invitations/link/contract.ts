import { oc } from '@orpc/contract'
import { z } from 'zod'
import { from } from '#features/groups/contract.ts'
import { day, done, id, language, line, listOf, page, person } from '#platform/contract.ts'

const tags = ['Invitations']
const token = z.string().max(200)

/** Why a link leads nowhere although it is open: by the portal's rules of now it says too little, or its last day has passed (INV-11). */
const lacking = z.enum(['NO_PURPOSE', 'NO_LAST_DAY', 'DAY_TOO_FAR', 'DAY_PASSED'])
export type Lacking = z.infer<typeof lacking>

/** A link into an external group. */
export const roomLink = z.object({
  id,
  /** Null for the link of somebody else, and for one that cannot be read again. */
  url: z.string().nullable(),
  /** Null where the reader may not know who it was. */
  madeBy: person.nullable(),
  /** Whether it is the one that the reader makes anew: those who work here have one together, somebody from outside their own. */
  shared: z.boolean(),
  expiresAt: z.date(),
  /** What whoever comes by it is let in for, and their last day. */
  purpose: z.string(),
  accessUntil: day.nullable(),
  /** Null while it leads in; else it is made anew, saying what is asked for. */
  lacking: lacking.nullable(),
  /** How many came by it. */
  came: z.number(),
})
export type RoomLink = z.infer<typeof roomLink>

/** A link as administrators find it, whichever group it leads into. Its address they do not read. */
const anyLink = roomLink.omit({ url: true, shared: true }).extend({
  groupId: id,
  /** Null where the reader may not know the group. */
  groupName: z.string().nullable(),
})

/** What the page behind a link says. */
const lookedAt = z.object({
  group: z.object({ name: z.string() }),
  invitedBy: person.omit({ id: true, photo: true }),
  portal: z.string(),
  /** Whether a mobile number may stand in place of the address. */
  phones: z.boolean(),
  /** Whoever comes waits for the answer of the group's keepers. */
  lobby: z.boolean(),
})
export type LinkLook = z.infer<typeof lookedAt>

/** What a browser or a program may ask about links into external groups (INV-2). */
export const linkContract = {
  links: oc
    .route({ method: 'GET', path: '/groups/{id}/room-links', tags, summary: 'The open links into an external group' })
    .input(z.strictObject({ id }))
    .output(z.object({ items: z.array(roomLink), next: z.null() })),
  listLinks: oc
    .route({ method: 'GET', path: '/room-links', tags, summary: 'Every open link into the groups of the portal' })
    .input(z.strictObject(page))
    .output(listOf(anyLink)),
  makeLink: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/room-links',
      tags,
      summary: 'Make the link into an external group, or a new one: the one before dies',
      description:
        'Purpose and last day hold for everybody who comes by it. Where the rules of the portal ask for them it is not made without, and one that was made before leads nowhere until it is made anew: `lacking` says why.',
      successStatus: 201,
    })
    .input(
      z.strictObject({
        id,
        accessUntil: day.optional(),
        purpose: z.string().trim().max(500).optional(),
        from: from.optional(),
      }),
    )
    .output(roomLink),
  endLink: oc
    .route({ method: 'DELETE', path: '/room-links/{id}', tags, summary: 'Switch a link off, and the letters it sent' })
    .input(z.strictObject({ id }))
    .output(done),
  lookAtLink: oc
    .route({ method: 'GET', path: '/room-links/look', tags, summary: 'What a link leads to, for whoever holds it' })
    .input(z.strictObject({ token }))
    .output(lookedAt),
  askByLink: oc
    .route({
      method: 'POST',
      path: '/room-links/ask',
      tags,
      summary:
        'Ask for the letter, or text message, to come in by: the same answer whatever is known of the address or number',
    })
    .input(z.strictObject({ token, name: line(120), email: z.string().max(320), language: language.optional() }))
    .output(done),
}
