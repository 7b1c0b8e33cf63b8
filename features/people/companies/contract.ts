import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, line, listOf, page, person } from '#platform/contract.ts'

const tags = ['Companies']

/** A counterparty company; `people` are those of it whom the reader sees. */
const company = z.object({ id, name: z.string(), people: z.number() })
export type Company = z.infer<typeof company>

/** Somebody from outside who has no company and says which one is theirs; `company` is the one of this name, if there is one. */
const said = z.object({
  person,
  email: z.string(),
  name: z.string(),
  saidAt: z.date(),
  company: z.object({ id, name: z.string() }).nullable(),
})
export type SaidCompany = z.infer<typeof said>

/** What a browser or a program may ask about companies. */
export const companiesContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/companies',
      tags,
      summary: 'Companies by name; for people from outside, those of the people they see',
    })
    .input(
      z.strictObject({
        ...page,
        // The cursor holds a name, so it is longer than an id.
        after: z.string().max(1000).optional(),
        search: z.string().trim().max(100).optional(),
      }),
    )
    .output(listOf(company)),
  create: oc
    .route({ method: 'POST', path: '/companies', tags, summary: 'Add a company', successStatus: 201 })
    .input(z.strictObject({ name: line(120) }))
    .output(company),
  get: oc
    .route({ method: 'GET', path: '/companies/{id}', tags, summary: 'One company' })
    .input(z.strictObject({ id }))
    .output(company),
  change: oc
    .route({ method: 'PATCH', path: '/companies/{id}', tags, summary: 'Rename a company' })
    .input(z.strictObject({ id, name: line(120) }))
    .output(company),
  say: oc
    .route({
      method: 'PUT',
      path: '/me/company',
      tags,
      summary:
        'Say which company one belongs to, as somebody from outside who has none here; an empty word takes it back',
      description: 'It opens nothing. An administrator reads it and assigns a company, or does not.',
    })
    .input(z.strictObject({ name: z.string().trim().max(120) }))
    .output(z.object({ name: z.string() })),
  said: oc
    .route({
      method: 'GET',
      path: '/companies/said',
      tags,
      summary: 'Who says which company is theirs and has none assigned; for administrators',
    })
    .input(z.strictObject(page))
    .output(listOf(said)),
  assign: oc
    .route({
      method: 'POST',
      path: '/companies/said/{id}/assign',
      tags,
      summary: 'Assign somebody the company that they say, or another one; one that is not there yet is made',
    })
    .input(
      z.strictObject({
        /** Whose word it is. */
        id,
        /** The word as it was read: if they say something else by now, nothing is assigned. */
        name: line(120),
        /** The company it means, where that is not the one of this name. */
        companyId: id.optional(),
      }),
    )
    .output(done),
  merge: oc
    .route({
      method: 'POST',
      path: '/companies/{id}/merge',
      tags,
      summary: 'Make this company one with another: its people belong to that one from now on',
    })
    .input(z.strictObject({ id, companyId: id }))
    .output(done),
}
