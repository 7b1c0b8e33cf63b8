import { oc } from '@orpc/contract'
import { z } from 'zod'
import { from } from '#features/groups/contract.ts'
import { day, id, language, line } from '#platform/contract.ts'
import { invitation } from '../invitation/contract.ts'

/** How many are invited at once. */
const most = 500

/** What a browser or a program may ask about inviting many at once (INV-2). */
export const listContract = {
  inviteList: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/invitations/list',
      tags: ['Invitations'],
      summary: 'Invite up to 500 people, with what is said of each: all of them, or nobody when one cannot be invited',
      successStatus: 201,
    })
    .input(
      z.strictObject({
        id,
        people: z
          .array(
            z.strictObject({
              email: z.string().max(320),
              name: line(120).optional(),
              company: line(120).optional(),
              position: line(120).optional(),
              language: language.optional(),
              accessUntil: day.optional(),
            }),
          )
          .min(1)
          .max(most),
        note: z.string().trim().max(1000).optional(),
        language: language.optional(),
        company: line(120).optional(),
        role: z.enum(['moderator', 'member']).optional(),
        accessUntil: day.optional(),
        purpose: z.string().trim().max(500).optional(),
        from: from.optional(),
      }),
    )
    .output(z.object({ items: z.array(invitation) })),
}
