import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, listOf, page } from '#platform/contract.ts'

const tags = ['Groups']

/**
 * How far people from outside are kept apart in a group (GRP-7): not at all, each company for itself, each person for themselves, the same with
 * those who work here speaking in one voice, or reading only.
 */
export const isolation = z.enum(['open', 'company', 'staff', 'voice', 'readonly'])
/** Where people from outside who are kept apart speak with the team: a company, or one person. */
const lane = z.object({ id, name: z.string(), company: z.boolean(), people: z.number() })

/** What keeping apart would move, and how many people from outside know of others there before and after. */
const isolationPreview = z.object({
  people: z.number(),
  companies: z.number(),
  metBefore: z.number(),
  meet: z.number(),
  posts: z.number(),
  comments: z.number(),
  tasks: z.number(),
  /** Open tasks of people from outside who from then on only read them. */
  waiting: z.number(),
  /** Too large to be separated at once: until it is done nobody from outside sees it. Of each, more than 10 000 is said and no more. */
  large: z.boolean(),
})
export type IsolationPreview = z.infer<typeof isolationPreview>

/** A large group that is being separated: rows altogether, as soon as they are counted, and gone through. */
const separation = z.object({ total: z.number().int().nullable(), moved: z.number().int(), askedAt: z.date() })
export type Separation = z.infer<typeof separation>

/** What may be asked about keeping people from outside apart. */
export const isolationContract = {
  lanes: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/lanes',
      tags,
      summary: 'Those from outside who are kept apart, for the team',
    })
    .input(
      z.strictObject({
        id,
        ...page,
        after: z.string().max(1000).optional(),
        search: z.string().trim().max(100).optional(),
      }),
    )
    .output(listOf(lane)),
  previewIsolation: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/isolation/preview',
      tags,
      summary: 'What keeping people from outside apart would change',
    })
    .input(z.strictObject({ id, isolation }))
    .output(isolationPreview),
  separation: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/isolation',
      tags,
      summary: 'How far keeping people from outside apart has come, while that is under way',
    })
    .input(z.strictObject({ id }))
    .output(z.object({ going: separation.nullable() })),
}
