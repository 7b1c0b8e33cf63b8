import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, person } from '#platform/contract.ts'

const tags = ['Notices']

/** Letters about something one has said that wait, and can be taken back with it until they go. */
const waiting = z.object({
  /** The comment; null for the post itself. */
  saidId: id.nullable(),
  /** The first of those to whom they go. */
  person,
  /** How many more there are. */
  others: z.number().int(),
  /** When the first of them goes. */
  at: z.date(),
})
export type WaitingLetters = z.infer<typeof waiting>

const token = z.string().min(1).max(100)

/** What a link in a letter mutes: what the letter is about, its group, or letters that gather several things. */
export const muted = z.enum(['thread', 'group', 'gathered'])
export type Muted = z.infer<typeof muted>

/** What a browser or a program may ask about letters. The links that mute need no signing in. */
export const lettersContract = {
  waiting: oc
    .route({
      method: 'GET',
      path: '/threads/{id}/letters',
      tags,
      summary: 'Letters that wait to go to people from outside about what one said there oneself',
    })
    .input(z.strictObject({ id }))
    .output(z.object({ items: z.array(waiting) })),
  muteLink: oc
    .route({ method: 'GET', path: '/mute-links/{token}', tags, summary: 'What the link in a letter mutes' })
    .input(z.strictObject({ token }))
    .output(z.object({ mutes: muted })),
  muteByLink: oc
    .route({ method: 'POST', path: '/mute-links/{token}', tags, summary: 'Mute by the link in a letter' })
    .input(z.strictObject({ token }))
    .output(done),
}
