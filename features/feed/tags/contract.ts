import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id } from '#platform/contract.ts'
import { addressed } from '../addressing/contract.ts'

/** So many tags a post has. */
const mostTags = 10

/** A tag on its way in, with or without its sign: letters and digits of any script, and hyphens. */
export const tag = z
  .string()
  .max(100)
  .normalize('NFKC')
  .trim()
  .regex(/^#?[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,39}$/u, 'A tag has letters, digits and hyphens, and at most 40 of them.')

/** The tags of a post. */
export const postTags = z.array(tag).max(mostTags, `A post has at most ${mostTags} tags.`)

const begins = z.string().max(100).default('')
const offered = z.object({ items: z.array(z.string()) })

/** What a browser or a program may ask about tags. */
export const tagsContract = {
  tags: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/tags',
      tags: ['Feed'],
      summary: 'Tags for a post to a part of a group: those that all who will read it may know, most used first',
    })
    .input(
      z.strictObject({
        id,
        audience: z.enum(['everyone', 'team']).default('everyone'),
        laneId: id.optional(),
        begins,
      }),
    )
    .output(offered),
  tagsTo: oc
    .route({
      method: 'POST',
      path: '/posts/tags',
      tags: ['Feed'],
      summary: 'Tags for a post to any mix of whom one may write to: those that all of them may know, most used first',
    })
    .input(z.strictObject({ to: addressed, begins }))
    .output(offered),
}
