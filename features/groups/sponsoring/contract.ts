import { oc } from '@orpc/contract'
import { z } from 'zod'
import { day, id, person } from '#platform/contract.ts'

const tags = ['Access']

/** Where somebody from outside is, and for how long. */
const stay = z.object({
  group: z.object({ id, name: z.string() }),
  since: z.date(),
  /** The last day; null is for as long as they stay. */
  until: day.nullable(),
  /** Since when their access has ended there. */
  lapsedAt: z.date().nullable(),
  /** Until when one click lets them stay; null where whoever asks may not renew, or nothing ends. */
  renewal: day.nullable(),
  /** Whether whoever asks may say the last day. */
  renews: z.boolean(),
})
export type Stay = z.infer<typeof stay>

/** Who answers for somebody from outside, and where they are, as far as whoever asks may know. */
const sponsorship = z.object({
  /** Null where there is nobody. */
  sponsor: person.nullable(),
  purpose: z.string(),
  since: z.date().nullable(),
  /** Whether whoever asks may say who answers for them and what for; and whether they may take it over. */
  changes: z.boolean(),
  takesOver: z.boolean(),
  groups: z.array(stay),
})
export type Sponsorship = z.infer<typeof sponsorship>

const company = z.object({ name: z.string(), count: z.number() })

/** What somebody from outside reads of their own access (PPL-11). */
const ownAccess = z.object({
  /** Who answers for them now; null where they may not know who it is, or there is nobody. */
  sponsor: person.nullable(),
  purpose: z.string(),
  groups: z.array(
    z.object({
      /** Null where access has ended: of the group only the name is left. */
      id: id.nullable(),
      name: z.string(),
      since: z.date(),
      until: day.nullable(),
      lapsedAt: z.date().nullable(),
      /** Who invited them here and what for; `by` is null where they may not know who it was. Null where nobody did. */
      invited: z.object({ by: person.nullable(), purpose: z.string() }).nullable(),
      /** Who reads their phone and e-mail because they are here; colleagues are null where they speak in one voice. */
      readers: z.object({ colleagues: z.number().nullable(), companies: z.array(company) }).nullable(),
    }),
  ),
  shownToExternals: z.boolean(),
})
export type OwnAccess = z.infer<typeof ownAccess>

/** What a browser or a program may ask about who answers for people from outside, and until when they are let in. */
export const sponsoringContract = {
  sponsorship: oc
    .route({
      method: 'GET',
      path: '/people/{id}/sponsorship',
      tags,
      summary: 'Who answers for somebody from outside, what for, and until when they are where',
    })
    .input(z.strictObject({ id }))
    .output(sponsorship),
  changeSponsorship: oc
    .route({
      method: 'PATCH',
      path: '/people/{id}/sponsorship',
      tags,
      summary: 'Say who answers for somebody from outside, or take it over, and what for',
    })
    .input(z.strictObject({ id, sponsorId: id.optional(), purpose: z.string().trim().max(500).optional() }))
    .output(sponsorship),
  renew: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/members/{personId}/renew',
      tags,
      summary: 'Let somebody from outside stay for as long again, or until a day',
    })
    .input(z.strictObject({ id, personId: id, until: day.nullable().optional() }))
    .output(z.object({ until: day.nullable() })),
  renewByKey: oc
    .route({
      method: 'POST',
      path: '/renewals',
      tags,
      summary: 'The same by the link of a reminder, once',
    })
    .input(z.strictObject({ key: z.string().max(200) }))
    .output(
      z.object({
        person,
        group: z.object({ id, name: z.string() }),
        until: day.nullable(),
        /** False where somebody had renewed before. */
        renewed: z.boolean(),
      }),
    ),
  ownAccess: oc
    .route({
      method: 'GET',
      path: '/me/access',
      tags,
      summary: 'What somebody from outside may know of their own access',
    })
    .output(ownAccess),
}
