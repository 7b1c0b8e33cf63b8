import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, listOf, page } from '#platform/contract.ts'

/** A letter that came in and became no comment: when, from whom by its own word, and why. What it said is not kept. */
const refused = z.object({
  id,
  at: z.date(),
  from: z.string(),
  why: z.enum([
    'machine',
    'sender',
    'ended',
    'unreadable',
    'empty',
    'tooLong',
    'tooMany',
    'noRight',
    'secondFactor',
    'failed',
  ]),
})

/** What a browser or a program may ask about letters that come in. */
export const repliesContract = {
  refused: oc
    .route({
      method: 'GET',
      path: '/portal/letters-in/refused',
      tags: ['Replies'],
      summary: 'Letters of the last 30 days that became no comment, the last first',
    })
    .input(z.strictObject(page))
    // `comesTo` is how addresses to answer to look; null where letters do not come in.
    .output(listOf(refused).extend({ comesTo: z.string().nullable() })),
}
