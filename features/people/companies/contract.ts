import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, line, listOf, page } from '#platform/contract.ts'

const tags = ['Companies']

/** A counterparty company; `people` are those of it whom the reader sees. */
const company = z.object({ id, name: z.string(), people: z.number() })
export type Company = z.infer<typeof company>

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
