import { oc } from '@orpc/contract'
import { z } from 'zod'
import { from } from '#features/groups/contract.ts'
import { fieldValues } from '#features/people/contract.ts'
import { day, id, language, line } from '#platform/contract.ts'
import { invitation } from '../invitation/contract.ts'

/** What a browser or a program may ask about adding people from outside without their registering (INV-4). */
export const addingContract = {
  add: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/people',
      tags: ['Invitations'],
      summary:
        'Add somebody from outside: their account is ready, they are a member, and get a letter, or a text message, to sign in with',
      successStatus: 201,
    })
    .input(
      z.strictObject({
        id,
        /** Or a mobile number. */
        email: z.string().max(320),
        name: line(120),
        company: line(120).optional(),
        position: z.string().trim().max(120).optional(),
        phone: z.string().trim().max(40).optional(),
        mobile: z.string().trim().max(40).optional(),
        about: z.string().trim().max(2000).optional(),
        interests: z.string().trim().max(500).optional(),
        /** IANA name. */
        timeZone: z.string().max(60).optional(),
        /** What the portal asks of people from outside beside the usual. */
        fields: fieldValues.optional(),
        language: language.optional(),
        role: z.enum(['moderator', 'member']).optional(),
        accessUntil: day.optional(),
        purpose: z.string().trim().max(500).optional(),
        from: from.optional(),
      }),
    )
    .output(invitation),
}
