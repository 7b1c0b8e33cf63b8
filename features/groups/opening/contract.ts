import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id } from '#platform/contract.ts'
import { isolation } from '../isolation/contract.ts'

const tags = ['Groups']

/** What somebody new from outside would see; the colleagues are those of the people who work here. */
const seenFromOutside = z.object({
  people: z.number(),
  colleagues: z.number(),
  posts: z.number(),
  comments: z.number(),
  tasks: z.number(),
})
export type SeenFromOutside = z.infer<typeof seenFromOutside>

const withAndWithoutPast = { everything: seenFromOutside, fromNow: seenFromOutside }

/** Some of those who come with the opening, by name or by the address that was typed, each with their company. */
const comers = z.array(z.object({ name: z.string(), company: z.string().nullable() }))

/** What becomes visible with the past of a group and without it, and who comes with its opening: those who were in it before, and those who hold an invitation. */
const openingPreview = z.object({
  returning: z.number(),
  returningPeople: comers,
  invited: z.number(),
  invitedPeople: comers,
  ...withAndWithoutPast,
})
export type OpeningPreview = z.infer<typeof openingPreview>

/** The same before the first from outside comes. Expected: somebody holds an invitation already, and with it the choice that was made then. */
const firstPreview = z.object({ expected: z.boolean(), ...withAndWithoutPast })
export type FirstPreview = z.infer<typeof firstPreview>

/** What may be asked about opening a group to people from outside, and about the first who comes. */
export const openingContract = {
  previewOpening: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/opening/preview',
      tags,
      summary: 'What people from outside would see of a group that is opened to them, and who comes',
    })
    .input(z.strictObject({ id, isolation: isolation.default('open') }))
    .output(openingPreview),
  previewFirst: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/opening/first/preview',
      tags,
      summary: 'What the first person from outside would see of a group that is open to them',
      description: 'Null where there is nothing to choose: somebody from outside is there, or nothing was written yet.',
    })
    .input(z.strictObject({ id }))
    .output(z.object({ first: firstPreview.nullable() })),
}
