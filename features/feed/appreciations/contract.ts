import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, listOf, page, person } from '#platform/contract.ts'

const tags = ['Feed']

/** What somebody can be appreciated for. Screens give each an icon, a colour and a name. */
export const badges = ['thanks', 'teamwork', 'idea', 'rescue', 'quality', 'speed', 'mentor', 'care'] as const
export type Badge = (typeof badges)[number]
const badge = z.enum(badges)

/** So many people are appreciated together. */
const mostAppreciated = 10

/** A badge for people who work here and read the post. */
export const newAppreciation = z.strictObject({ badge, people: z.array(id).min(1).max(mostAppreciated) })
export type NewAppreciation = z.infer<typeof newAppreciation>

/** Who is appreciated in a post, and for what. To people from outside there is none. */
export const appreciation = z.object({ badge, people: z.array(person) })
export type Appreciation = z.infer<typeof appreciation>

const received = z.object({
  postId: id,
  badge,
  /** Whoever appreciates them. */
  author: person.nullable(),
  /** How the post begins. */
  text: z.string(),
  at: z.date(),
})
export type Received = z.infer<typeof received>

/** What a browser or a program may ask about appreciations. */
export const appreciationsContract = {
  appreciations: oc
    .route({
      method: 'GET',
      path: '/people/{id}/appreciations',
      tags,
      summary: 'How a colleague was appreciated, newest first, in posts that one reads',
    })
    .input(z.strictObject({ ...page, id, after: id.optional() }))
    .output(listOf(received)),
}
