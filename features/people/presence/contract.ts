import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id } from '#platform/contract.ts'

const tags = ['People']

/** Of how many people it is asked at once whether they are here. */
const mostAsked = 200

/** What a browser or a program may ask about who is online. */
export const presenceContract = {
  online: oc
    .route({
      method: 'GET',
      path: '/people/online',
      tags,
      summary: 'Which of these people have the portal open, as far as they and you see each other',
    })
    .input(z.strictObject({ ids: z.array(id).max(mostAsked) }))
    .output(z.object({ ids: z.array(id) })),
}
