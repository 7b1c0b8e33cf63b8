import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, line, listOf, page, person } from '#platform/contract.ts'

const tags = ['Reactions']

/** The six reactions that every portal has, in the order in which they are offered. */
export const reactionKinds = ['like', 'love', 'laugh', 'celebrate', 'wow', 'sad'] as const
const kind = z.enum(reactionKinds)
export type ReactionKind = z.infer<typeof kind>

/** One of the portal's own: an emoji (`text`) or a small picture (`picture`, its address), with a name. */
const emoji = z.object({ id, name: z.string(), text: z.string().nullable(), picture: z.string().nullable() })
export type Emoji = z.infer<typeof emoji>

const mark = { kind: kind.nullable(), emoji: emoji.nullable() }

/** How often something got one reaction, as far as whoever asks may know: one of the six, or one of the portal's own. */
export const reaction = z.object({ ...mark, count: z.number().int(), mine: z.boolean() })
export type Reaction = z.infer<typeof reaction>

/** Which reaction is given or taken back; `emojiId` is for one of the portal's own. */
export const reactionChoice = { kind: kind.default('like'), emojiId: id.optional() }
export type ReactionChoice = { kind?: ReactionKind | undefined; emojiId?: string | undefined }

/** Who reacted how, the first ones first. The person is null to readers who may not know who it was. */
export const reacted = z.object({ id, person: person.nullable(), ...mark })
export type Reacted = z.infer<typeof reacted>
export const reactedList = listOf(reacted)
export const reactedPage = { ...page, after: id.optional() }

/** So many of its own a portal offers at most. */
export const mostEmojis = 24

/** What a browser or a program may ask about the portal's own reactions. */
export const emojisContract = {
  list: oc
    .route({ method: 'GET', path: '/emojis', tags, summary: 'The portal’s own reactions' })
    .output(z.object({ items: z.array(emoji) })),
  add: oc
    .route({
      method: 'POST',
      path: '/emojis',
      tags,
      summary: 'Add an own reaction: an emoji, or a PNG, JPEG or WebP picture of at most 1 MB',
      successStatus: 201,
    })
    .input(z.strictObject({ name: line(40), text: z.string().trim().max(40).optional(), picture: z.file().optional() }))
    .output(emoji),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/emojis/{id}',
      tags,
      summary: 'Offer an own reaction no more; where it was given it stays',
    })
    .input(z.strictObject({ id }))
    .output(done),
  picture: oc
    .route({
      method: 'GET',
      path: '/emojis/{id}/picture',
      tags,
      summary: 'The picture of an own reaction',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id }))
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
}
