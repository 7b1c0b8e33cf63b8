import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, person } from '#platform/contract.ts'

/** So many may be named in one post. */
export const mostAddressees = 100

/** Whom somebody writes to: everyone who works here, a department (with all below it or without), a group (or those of it who work here), a person. */
export const addresseeAsked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('department'), id, below: z.boolean().default(true) }),
  z.strictObject({ kind: z.literal('group'), id, team: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('person'), id }),
])
export type AddresseeAsked = z.output<typeof addresseeAsked>

/** Any mix of them. */
export const addressed = z.array(addresseeAsked).min(1).max(mostAddressees)

/** To whom a post is said, as far as its reader may know them: others are not counted either. A department is null once it is removed. */
export const addressee = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({
    kind: z.literal('department'),
    department: z.object({ id, name: z.string() }).nullable(),
    below: z.boolean(),
  }),
  z.object({
    kind: z.literal('group'),
    group: z.object({ id, name: z.string(), external: z.boolean() }),
    team: z.boolean(),
  }),
  z.object({ kind: z.literal('person'), person }),
])
export type Addressee = z.infer<typeof addressee>

/** Whom something that is begun is for, where its writer can write to them now. */
export const reached = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('department'), department: z.object({ id, name: z.string() }), below: z.boolean() }),
  z.object({
    kind: z.literal('group'),
    group: z.object({ id, name: z.string(), external: z.boolean() }),
    /** People from outside do not see each other there; told to those who work here. */
    apart: z.boolean(),
    team: z.boolean(),
  }),
  z.object({ kind: z.literal('person'), person }),
])
export type Reached = z.infer<typeof reached>

/** Who reads, beside the person asking and as far as they may know: companies from outside with how many of their people, and colleagues. */
const readership = z.object({
  companies: z.array(z.object({ name: z.string(), count: z.number().int() })),
  colleagues: z.number().int(),
})
export type Readership = z.infer<typeof readership>

/** What a browser or a program may ask about whom posts are addressed to. */
export const addressingContract = {
  readersOf: oc
    .route({
      method: 'POST',
      path: '/posts/readers',
      tags: ['Feed'],
      summary: 'Who would read a post to any mix of whom one may write to',
    })
    .input(z.strictObject({ to: addressed }))
    .output(readership),
  reachable: oc
    .route({
      method: 'POST',
      path: '/posts/reachable',
      tags: ['Feed'],
      summary: 'Whom of some people one may write a post to by name',
    })
    .input(z.strictObject({ people: z.array(id).min(1).max(mostAddressees) }))
    .output(z.object({ people: z.array(id) })),
  readers: oc
    .route({ method: 'GET', path: '/posts/{id}/readers', tags: ['Feed'], summary: 'Who reads a post' })
    .input(z.strictObject({ id }))
    .output(readership),
}
